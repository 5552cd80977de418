import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import type { ImportKind } from "@/lib/domain/csv-import";
import { useTranslations } from "@/lib/platform/words";

/** Where the reader is in the import, and what this kind of file brings. */
export function ImportHead({ kind }: { kind?: ImportKind }) {
  const t = useTranslations("import");
  const people = { href: "/people", label: t("people") };
  if (kind === undefined) {
    return (
      <>
        <Breadcrumb label={t("where")} trail={[people, { label: t("title") }]} />
        <PageHead title={t("title")} />
      </>
    );
  }
  const trail = [people, { href: "/people/import", label: t("title") }, { label: t(`kinds.${kind}`) }];
  return (
    <>
      <Breadcrumb label={t("where")} trail={trail} />
      <PageHead title={t(`open.${kind}`)} sub={t(`about.${kind}`)} />
    </>
  );
}
