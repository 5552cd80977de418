import { getLocale } from "next-intl/server";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { RadioGroup } from "@/components/form/radio-group";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { SectionHeading } from "@/components/ui/section-heading";
import type { FormAction } from "@/lib/platform/action-state";
import type { Locale } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/words";
import { onlyTeam, type TeamChoice, teamOptions } from "./team-options";

type Props = {
  personId: string;
  teams: readonly TeamChoice[];
  groups: readonly { value: string; label: string; isIndependent: boolean }[];
  /** What the address proposes. */
  asked: { group: string; team: string };
  today: string;
  onceKeys: readonly [string, string];
  actions: { mentor: FormAction; signer: FormAction };
};

/** Two forms, because a mentor is bound to a role group, by proficiency or with a reason, and the others are not. */
export async function AppointForms({
  personId,
  teams,
  groups,
  asked,
  today,
  onceKeys: [mentorKey, signerKey],
  actions,
}: Props) {
  const [t, locale] = await Promise.all([getTranslations("appointments"), getLocale() as Promise<Locale>]);
  const options = teamOptions(teams, locale);
  const byEligibility = [
    { label: t("independentIn"), options: groups.filter(({ isIndependent }) => isIndependent) },
    { label: t("others"), options: groups.filter(({ isIndependent }) => !isIndependent) },
  ].filter((entry) => entry.options.length > 0);
  const kinds = (["countersigner", "reviewer"] as const).map((value) => ({ value, label: t(`kinds.${value}`) }));
  const since = <DateField name="fromOn" label={t("fromOn")} required max={today} defaultValue={today} />;
  const save = (
    <div className="form-foot">
      <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
    </div>
  );
  return (
    <div className="two-forms">
      <section>
        <SectionHeading>{t("kinds.mentor")}</SectionHeading>
        <Form action={actions.mentor} onceKey={mentorKey}>
          <HiddenField name="personId" value={personId} />
          <SelectField
            name="roleGroupCode"
            label={t("group")}
            required
            hint={t("groupHint")}
            options={byEligibility}
            defaultValue={asked.group}
          />
          <SelectField
            name="teamId"
            label={t("team")}
            unmarked
            placeholder={t("whole")}
            options={options}
            defaultValue={asked.team}
          />
          {since}
          <TextArea name="reason" label={t("why")} hint={t("whyHint")} max={2000} rows={3} />
          {save}
        </Form>
      </section>
      <section>
        <SectionHeading>{`${t("kinds.countersigner")}・${t("kinds.reviewer")}`}</SectionHeading>
        <Form action={actions.signer} onceKey={signerKey}>
          <HiddenField name="personId" value={personId} />
          <RadioGroup name="kind" label={t("what")} required options={kinds} defaultValue="countersigner" />
          <SelectField name="teamId" label={t("team")} required options={options} {...onlyTeam(teams)} />
          <SelectField name="roleGroupCode" label={t("group")} unmarked placeholder={t("anyGroup")} options={groups} />
          {since}
          <TextArea name="reason" label={t("why")} required max={2000} rows={3} />
          {save}
        </Form>
      </section>
    </div>
  );
}
