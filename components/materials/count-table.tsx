import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { useTranslations } from "@/lib/platform/words";
import { stepHref } from "./place-href";

type Count = { roleGroupCode: RoleGroupCode | null; step: number; ofStep: number; ofItems: number };
type Props = { counts: readonly Count[]; words: CurriculumWords };
type Row = { code: RoleGroupCode | null; name: string };

/** How many materials stand in each STEP of each role group; each number leads there. */
export function CountTable({ counts, words }: Props) {
  const t = useTranslations("materials");
  const groups = words.all.roleGroups.map(({ code, name }): Row => ({ code, name }));
  const rows: readonly Row[] = [{ code: null, name: t("basic") }, ...groups];
  const cell = ({ code, name }: Row, step: number) => {
    const count = counts.find((each) => each.roleGroupCode === code && each.step === step);
    const all = (count?.ofStep ?? 0) + (count?.ofItems ?? 0);
    return (
      <Link href={stepHref({ roleGroupCode: code, step })} aria-label={t("countLabel", { name, step, count: all })}>
        {t("count", { count: all })}
      </Link>
    );
  };
  return (
    <LedgerTable
      caption={t("caption")}
      ruled
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
