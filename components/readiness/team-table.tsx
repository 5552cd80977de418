import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import { Mark } from "@/components/ui/mark";
import { SectionHeading } from "@/components/ui/section-heading";
import { ROLE_GROUP_CODES, type RoleGroupCode } from "@/lib/domain/curriculum";
import { absenceOf } from "@/lib/domain/readiness";
import { formatNumber } from "@/lib/platform/format";
import { type GroupNames, readinessWords } from "./readiness-words";

export type TeamRow = {
  id: string;
  nameJa: string;
  nameEn: string;
  depth: number;
  people: number;
  independent: Partial<Record<RoleGroupCode, number>>;
};

/** One row a team, seven small cells: how many are independent there. */
export async function TeamTable({ teams, names }: { teams: readonly TeamRow[]; names: GroupNames }) {
  const { t, locale } = await readinessWords();
  return (
    <section className="sec">
      <SectionHeading note={t("teamsNote")}>{t("teams")}</SectionHeading>
      <LedgerTable
        caption={t("teamsCaption")}
        className="team-table"
        rows={teams}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "team",
            head: t("team"),
            isRowHead: true,
            cell: (team) => (
              <Link href={`/readiness/${team.id}`} className={`deep-${Math.min(4, team.depth)}`}>
                {locale === "ja" ? team.nameJa : team.nameEn}
              </Link>
            ),
          },
          { id: "people", head: t("members"), isNumber: true, cell: ({ people }) => formatNumber(people, locale) },
          ...ROLE_GROUP_CODES.map((code) => ({
            id: code,
            head: names.short(code),
            isNumber: true,
            cell: (team: TeamRow) => independentCount(team.independent[code] ?? 0),
          })),
        ]}
      />
    </section>
  );
}

/** The plain number, in most cells: a table of fifty teams has hundreds of them. */
const independentCount = (count: number) =>
  absenceOf(count) === "becomesNone" ? (
    <span className="team-count">
      <Mark kind="caution" size={14} />
      {count}
    </span>
  ) : (
    count
  );
