import { useLocale } from "next-intl";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { formatDay } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { teamName } from "./team-options";

type Team = {
  readonly id: string;
  readonly code: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly timeZone: string;
  readonly fiscalYearStartMonth: number;
  readonly closedOn: string | null;
  /** Itself first, then upwards. */
  readonly ancestorIds: readonly string[];
};

export function TeamHead({ team, teams }: { team: Team; teams: readonly Team[] }) {
  const t = useTranslations("teams");
  const locale = useLocale();
  const { code, timeZone: zone, fiscalYearStartMonth: month, closedOn } = team;
  const name = teamName(team, locale);
  const above = team.ancestorIds.slice(1).flatMap((id) => teams.find((each) => each.id === id) ?? []);
  const links = above.toReversed().map((each) => ({ href: `/teams/${each.id}`, label: teamName(each, locale) }));
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/teams", label: t("title") }, ...links, { label: name }]} />
      <PageHead title={name} aside={code} sub={t("calendar", { zone, month })} />
      {closedOn !== null && <Message tone="wait" title={t("page.closed", { day: formatDay(closedOn, locale) })} />}
    </>
  );
}
