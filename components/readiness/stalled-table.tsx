import { EmptyState } from "@/components/ui/empty-state";
import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { StallCause } from "@/lib/domain/readiness";
import { formatName } from "@/lib/platform/format";
import { type GroupNames, type ReadinessWords, readinessWords } from "./readiness-words";

export type StalledPerson = {
  enrolmentId: string;
  personId: string;
  name: string;
  latinName: string;
  roleGroupCode: RoleGroupCode | null;
  openStep: number;
  days: number;
  cause: StallCause;
};

/** Who has not moved, by the cause: a mentor's wait is not the trainee's stall. */
export async function StalledTable({
  rows,
  days,
  names,
}: {
  rows: readonly StalledPerson[];
  days: number;
  names: GroupNames;
}) {
  const words = await readinessWords();
  const { t, locale } = words;
  return (
    <section className="sec">
      <SectionHeading note={t("stalledNote", { days })}>{t("stalled")}</SectionHeading>
      {rows.length === 0 ? (
        <EmptyState title={t("stalledNone")}>{t("stalledNoneText", { days })}</EmptyState>
      ) : (
        <LedgerTable
          caption={t("stalledNote", { days })}
          rows={rows}
          rowKey={({ enrolmentId }) => enrolmentId}
          columns={[
            { id: "days", head: t("days"), isNumber: true, cell: (row) => <b>{t("dayCount", { days: row.days })}</b> },
            {
              id: "person",
              head: t("person"),
              isRowHead: true,
              cell: (row) => <Link href={`/trainees/${row.personId}`}>{formatName(row, locale)}</Link>,
            },
            { id: "step", head: t("step"), cell: (row) => stepWords(row, names, words) },
            { id: "cause", head: t("cause"), cell: (row) => t(`causes.${row.cause}`) },
            {
              id: "next",
              head: t("next"),
              cell: (row) => (
                <Link href={row.cause === "awaitsMentor" ? "/reviews" : `/trainees/${row.personId}`}>
                  {t(`nextActs.${row.cause}`)}
                </Link>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}

const stepWords = ({ roleGroupCode, openStep }: StalledPerson, names: GroupNames, { t }: ReadinessWords) => {
  if (roleGroupCode === null) return t("education.basic");
  return `${names.short(roleGroupCode)} ${openStep === 0 ? t("education.common") : `STEP${openStep}`}`;
};
