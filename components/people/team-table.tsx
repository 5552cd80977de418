import { useLocale } from "next-intl";
import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { formatDay, formatNumber } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { teamName } from "./team-options";

type Team = {
  readonly id: string;
  readonly code: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly parentId: string | null;
  readonly depth: number;
  readonly timeZone: string;
  readonly fiscalYearStartMonth: number;
  readonly closedOn: string | null;
};
type Props = { teams: readonly Team[]; members: ReadonlyMap<string, number> };

/** Each level of the tree moved in; who cannot see that hears which team stands above. */
export function TeamTable({ teams, members }: Props) {
  const t = useTranslations("teams");
  const locale = useLocale();
  const calendar = ({ timeZone: zone, fiscalYearStartMonth: month }: Team) => t("calendar", { zone, month });
  return (
    <LedgerTable
      caption={t("list.caption")}
      ruled
      rows={teams}
      rowKey={({ id }) => id}
      columns={[
        { id: "name", head: t("list.name"), isRowHead: true, cell: (team) => <TeamCell team={team} teams={teams} /> },
        { id: "code", head: t("list.code"), cell: ({ code }) => code },
        { id: "calendar", head: t("list.calendar"), cell: calendar },
        {
          id: "members",
          head: t("list.members"),
          isNumber: true,
          cell: ({ id }) => formatNumber(members.get(id) ?? 0, locale),
        },
      ]}
    />
  );
}

const INDENTS = ["", "pl-5", "pl-10", "pl-15", "pl-20"];

function TeamCell({ team, teams }: { team: Team; teams: readonly Team[] }) {
  const t = useTranslations("teams.list");
  const locale = useLocale();
  const above = teams.find(({ id }) => id === team.parentId);
  return (
    <span className={INDENTS[Math.min(team.depth, INDENTS.length - 1)]}>
      <Link href={`/teams/${team.id}`} data-row>
        {teamName(team, locale)}
      </Link>
      {above && <span className="vh">{t("above", { name: teamName(above, locale) })}</span>}
      {team.closedOn !== null && <Tag className="ml-2">{t("closed", { day: formatDay(team.closedOn, locale) })}</Tag>}
    </span>
  );
}
