import { getLocale } from "next-intl/server";
import { CheckboxGroup } from "@/components/form/checkbox-group";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TRACKS } from "@/lib/domain/curriculum";
import type { FormAction } from "@/lib/platform/action-state";
import { formatName, type Locale } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/words";
import { onlyTeam, type TeamChoice, teamOptions } from "./team-options";

type Props = {
  person: { personId: string; profile: { name: string; latinName: string } };
  teams: readonly TeamChoice[];
  groups: readonly { value: string; label: string }[];
  today: string;
  onceKey: string;
  action: FormAction;
};

/** 育成登録: the role group, the work covered, the team and the first day. */
export async function EnrolForm({ person, teams, groups, today, onceKey, action }: Props) {
  const [t, locale] = await Promise.all([getTranslations("enrolments"), getLocale() as Promise<Locale>]);
  const tracks = TRACKS.map((value) => ({ value, label: t(`trackNames.${value}`) }));
  return (
    <Form action={action} onceKey={onceKey} className="narrow-page">
      <HiddenField name="personId" value={person.personId} />
      <p className="b my-4">{t("of", { name: formatName(person.profile, locale) })}</p>
      <SelectField name="roleGroup" label={t("group")} required hint={t("groupHint")} options={groups} />
      <CheckboxGroup name="tracks[]" label={t("tracks")} hint={t("tracksHint")} unmarked options={tracks} />
      <SelectField name="teamId" label={t("team")} required options={teamOptions(teams, locale)} {...onlyTeam(teams)} />
      <DateField
        name="enrolledOn"
        label={t("enrolledOn")}
        required
        hint={t("enrolledOnHint")}
        max={today}
        defaultValue={today}
      />
      <div className="form-foot">
        <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}
