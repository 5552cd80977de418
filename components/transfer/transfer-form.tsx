import { useLocale } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { type TeamChoice, teamOptions } from "@/components/manager/team-options";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";

type Props = {
  enrolmentId: string;
  teams: readonly TeamChoice[];
  today: string;
  others: number;
  onceKey: string;
  action: FormAction;
};

export function TransferForm({ enrolmentId, teams, today, others, onceKey, action }: Props) {
  const t = useTranslations("transfer");
  return (
    <Form action={action} onceKey={onceKey} className="narrow-page">
      <HiddenField name="enrolmentId" value={enrolmentId} />
      <SelectField name="toTeamId" label={t("to")} required options={teamOptions(teams, useLocale())} />
      <DateField
        name="movedOn"
        label={t("movedOn")}
        hint={t("movedOnHint")}
        required
        defaultValue={today}
        max={today}
      />
      {others > 0 && <Checkbox name="all" label={t("all", { count: others })} defaultChecked />}
      <TextArea name="reason" label={t("reason")} required max={2000} rows={3} />
      <div className="form-foot">
        <SubmitButton pending={t("pending")}>{t("submit")}</SubmitButton>
      </div>
    </Form>
  );
}
