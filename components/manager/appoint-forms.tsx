import { useLocale } from "next-intl";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { RadioGroup } from "@/components/form/radio-group";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { SectionHeading } from "@/components/ui/section-heading";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";
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
export function AppointForms(props: Props) {
  return (
    <div className="two-forms">
      <MentorForm {...props} />
      <SignerForm {...props} />
    </div>
  );
}

function MentorForm({ personId, teams, groups, asked, today, onceKeys: [onceKey], actions }: Props) {
  const t = useTranslations("appointments");
  const options = teamOptions(teams, useLocale());
  const byEligibility = [
    { label: t("independentIn"), options: groups.filter(({ isIndependent }) => isIndependent) },
    { label: t("others"), options: groups.filter(({ isIndependent }) => !isIndependent) },
  ].filter((entry) => entry.options.length > 0);
  const group = { name: "roleGroupCode", label: t("group"), hint: t("groupHint"), defaultValue: asked.group };
  const team = { name: "teamId", label: t("team"), placeholder: t("whole"), defaultValue: asked.team };
  return (
    <section>
      <SectionHeading>{t("kinds.mentor")}</SectionHeading>
      <Form action={actions.mentor} onceKey={onceKey}>
        <HiddenField name="personId" value={personId} />
        <SelectField {...group} required options={byEligibility} />
        <SelectField {...team} unmarked options={options} />
        <Since today={today} />
        <TextArea name="reason" label={t("why")} hint={t("whyHint")} max={2000} rows={3} />
        <Save />
      </Form>
    </section>
  );
}

function SignerForm({ personId, teams, groups, today, onceKeys: [, onceKey], actions }: Props) {
  const t = useTranslations("appointments");
  const options = teamOptions(teams, useLocale());
  const kinds = (["countersigner", "reviewer"] as const).map((value) => ({ value, label: t(`kinds.${value}`) }));
  return (
    <section>
      <SectionHeading>{`${t("kinds.countersigner")}・${t("kinds.reviewer")}`}</SectionHeading>
      <Form action={actions.signer} onceKey={onceKey}>
        <HiddenField name="personId" value={personId} />
        <RadioGroup name="kind" label={t("what")} required options={kinds} defaultValue="countersigner" />
        <SelectField name="teamId" label={t("team")} required options={options} {...onlyTeam(teams)} />
        <SelectField name="roleGroupCode" label={t("group")} unmarked placeholder={t("anyGroup")} options={groups} />
        <Since today={today} />
        <TextArea name="reason" label={t("why")} required max={2000} rows={3} />
        <Save />
      </Form>
    </section>
  );
}

function Since({ today }: { today: string }) {
  const t = useTranslations("appointments");
  return <DateField name="fromOn" label={t("fromOn")} required max={today} defaultValue={today} />;
}

function Save() {
  const t = useTranslations("appointments");
  return (
    <div className="form-foot">
      <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
    </div>
  );
}
