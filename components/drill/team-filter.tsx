import { SelectField } from "@/components/form/select-field";
import type { TeamGrid } from "@/lib/drill/schema";
import type { Locale } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Props = { teams: TeamGrid["teams"]; team: string | null; locale: Locale };

/** One team with those below it, or everybody in view. */
export function TeamFilter({ teams, team, locale }: Props) {
  const t = useTranslations("drills.grid");
  if (teams.length < 2) return null;
  const options = teams.map(({ teamId, nameJa, nameEn }) => ({
    value: teamId,
    label: locale === "ja" ? nameJa : nameEn,
  }));
  return (
    <form method="get" className="find-row">
      <SelectField
        name="team"
        label={t("team")}
        unmarked
        placeholder={t("allTeams")}
        options={options}
        defaultValue={team ?? ""}
      />
      <button type="submit" className="btn">
        {t("show")}
      </button>
    </form>
  );
}
