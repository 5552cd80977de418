import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { useTranslations } from "@/lib/platform/words";
import { stepHref } from "./hrefs";

type Row = { code: RoleGroupCode | null; name: string };

/** Every STEP of every role group: where items are exempted and added. */
export function PlaceTable({ words }: { words: CurriculumWords }) {
  const t = useTranslations("localCurriculum");
  const groups = words.all.roleGroups.map(({ code, name }): Row => ({ code, name }));
  const rows: readonly Row[] = [{ code: null, name: t("basic") }, ...groups];
  const cell = ({ code, name }: Row, step: number) => (
    <Link href={stepHref({ roleGroupCode: code, step })} aria-label={t("openLabel", { name, step })}>
      {t("open")}
    </Link>
  );
  return (
    <LedgerTable
      caption={t("placesCaption")}
      className="by-step"
      rows={rows}
      rowKey={({ code }) => code ?? "basic"}
      columns={[
        { id: "group", head: t("group"), isRowHead: true, cell: ({ name }) => name },
        { id: "0", head: t("education"), cell: (row) => cell(row, 0) },
        ...[1, 2, 3].map((step) => ({
          id: String(step),
          head: t("step", { step }),
          cell: (row: Row) => (row.code === null ? "–" : cell(row, step)),
        })),
      ]}
    />
  );
}
