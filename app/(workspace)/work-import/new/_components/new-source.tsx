import { useLocale } from "next-intl";
import { SelectField } from "@/components/form/select-field";
import { onlyTeam, type TeamChoice, teamOptions } from "@/components/manager/team-options";
import { Caveats } from "@/components/work-import/preset-list";
import { SourceForm } from "@/components/work-import/source-form";
import { PRESETS, type WorkPreset } from "@/lib/domain/work-presets";
import { newId } from "@/lib/platform/ids";
import { useTranslations } from "@/lib/platform/words";
import { addSourceAction } from "../../actions";

type Props = { preset: WorkPreset; teams: readonly (TeamChoice & { readonly timeZone: string })[] };

/** The form as the chosen system needs it. */
export function NewSource({ preset, teams }: Props) {
  const t = useTranslations("workImport");
  const locale = useLocale();
  const { system, isSure: _, timeZone, ...known } = PRESETS[preset];
  const mapping = {
    ...known,
    name: system === "CSV" ? "" : system,
    timeZone: timeZone ?? teams[0]?.timeZone ?? "Asia/Tokyo",
    types: [],
    recordKind: known.kind === "tickets" ? ("incident" as const) : ("alertJudgement" as const),
    recordTitle: t(`form.defaultTitle.${known.kind}`),
    supervision: null,
  };
  return (
    <>
      <p>{t(`presets.${preset}.note`)}</p>
      <Caveats preset={preset} />
      <SourceForm mapping={mapping} action={addSourceAction} onceKey={newId()}>
        <SelectField
          name="teamId"
          label={t("form.team")}
          hint={t("form.teamHint")}
          required
          options={teamOptions(teams, locale)}
          {...onlyTeam(teams)}
        />
      </SourceForm>
    </>
  );
}
