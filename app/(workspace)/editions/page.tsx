import { notFound } from "next/navigation";
import { PairTable } from "@/components/edition/pair-table";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { listEditions } from "@/lib/edition/queries";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { DoneToast } from "../_components/done-toast";

export const generateMetadata = titled("editions", "title");

export default async function EditionsPage({ searchParams }: PageProps<"/editions">) {
  const pairs = await listEditions(await requireActor());
  if (!pairs) notFound();
  const [t, local] = await Promise.all([getTranslations("editions"), getTranslations("localCurriculum")]);
  const trail = [{ href: "/local-curriculum", label: local("title") }, { label: t("title") }];
  return (
    <>
      <Breadcrumb label={t("where")} trail={trail} />
      <PageHead title={t("title")} sub={t("sub")} />
      <p className="lead">{t("lead")}</p>
      {pairs.length === 0 ? (
        <EmptyState level={2} title={t("empty")}>
          {t("emptyText")}
        </EmptyState>
      ) : (
        <PairTable pairs={pairs} />
      )}
      <DoneToast done={(await searchParams).done} />
    </>
  );
}
