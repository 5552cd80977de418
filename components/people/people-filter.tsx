import { useLocale } from "next-intl";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { AFFILIATIONS } from "@/lib/domain/person";
import { type PeopleFilter as Filter, PEOPLE_STANDINGS } from "@/lib/people/schema";
import { useTranslations } from "@/lib/platform/words";
import { teamOptions } from "./team-options";

type Props = { filter: Filter; teams: Parameters<typeof teamOptions>[0] };

/** Search and filters, in the address. */
export function PeopleFilter({ filter, teams }: Props) {
  const t = useTranslations("people");
  const affiliations = AFFILIATIONS.map((value) => ({ value, label: t(`affiliations.${value}`) }));
  const standings = PEOPLE_STANDINGS.map((value) => ({ value, label: t(`filter.standings.${value}`) }));
  return (
    <search aria-label={t("filter.label")}>
      <form method="get" className="find-row">
        <TextField
          name="q"
          label={t("filter.q")}
          hint={t("filter.qHint")}
          className="find-words"
          defaultValue={filter.q ?? ""}
        />
        <SelectField
          name="team"
          label={t("filter.team")}
          placeholder={t("filter.allTeams")}
          defaultValue={filter.team ?? ""}
          options={teamOptions(teams, useLocale())}
        />
        <SelectField
          name="affiliation"
          label={t("filter.affiliation")}
          placeholder={t("filter.allAffiliations")}
          defaultValue={filter.affiliation ?? ""}
          options={affiliations}
        />
        <SelectField
          name="standing"
          label={t("filter.standing")}
          placeholder={false}
          defaultValue={filter.standing}
          options={standings}
        />
        <Button type="submit">{t("filter.apply")}</Button>
      </form>
    </search>
  );
}
