import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ListPages } from "@/components/layout/list-pages";
import { PageHead } from "@/components/ui/page-head";
import { ItemTable } from "@/components/work-import/item-table";
import { formatInstant, formatName, type Locale } from "@/lib/platform/format";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { findOriginItems } from "@/lib/work-import/queries";
import { idInAddress, listPage } from "@/lib/work-import/schema";

export const generateMetadata = titled("workImport", "title");

export default async function OriginPage({ params, searchParams }: PageProps<"/work-import/records/[recordId]">) {
  const actor = await requireActor();
  const recordId = idInAddress.safeParse((await params).recordId).data;
  const { page } = listPage.parse(await searchParams);
  const found = recordId === undefined ? null : await findOriginItems(actor, recordId, page);
  if (!found) notFound();
  const [t, locale] = await Promise.all([getTranslations("workImport.origin"), getLocale() as Promise<Locale>]);
  const { origin, items } = found;
  const { by, importedAt, sourceName, fileName } = origin;
  const facts = { name: formatName(by, locale), at: formatInstant(importedAt, locale), source: sourceName };
  return (
    <>
      <PageHead title={t("title")} sub={t("lead", { ...facts, file: fileName })} />
      <ItemTable items={items} />
      <ListPages
        of="lines"
        page={page}
        shown={items.length}
        total={origin.items}
        hrefOf={(to) => `/work-import/records/${recordId}?page=${to}`}
      />
    </>
  );
}
