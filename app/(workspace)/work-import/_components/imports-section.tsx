import { ListPages } from "@/components/layout/list-pages";
import { SectionHeading } from "@/components/ui/section-heading";
import { ImportTable } from "@/components/work-import/import-table";
import { useTranslations } from "@/lib/platform/words";
import type { ImportListed } from "@/lib/work-import/schema";

type Props = { imports: readonly ImportListed[]; total: number; page: number };

/** What was imported so far, fifty a page. */
export function ImportsSection({ imports, total, page }: Props) {
  const t = useTranslations("workImport.imports");
  return (
    <section className="sec">
      <SectionHeading>{t("title")}</SectionHeading>
      <ImportTable imports={imports} />
      <ListPages page={page} shown={imports.length} total={total} hrefOf={(to) => `/work-import?page=${to}`} />
    </section>
  );
}
