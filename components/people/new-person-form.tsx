import { useLocale } from "next-intl";
import { DateField } from "@/components/form/date-field";
import { Fieldset } from "@/components/form/fieldset";
import { Form } from "@/components/form/form";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";
import { PersonFields } from "./person-fields";
import { teamOptions } from "./team-options";

type Props = { action: FormAction; onceKey: string; teams: Parameters<typeof teamOptions>[0] };

/** The first membership comes along where the team is known. */
export function NewPersonForm({ action, onceKey, teams }: Props) {
  const t = useTranslations("people");
  const options = teamOptions(teams, useLocale());
  return (
    <Form action={action} onceKey={onceKey} className="narrow-page">
      <PersonFields />
      <Fieldset legend={t("new.membership")} className="mt-8">
        <SelectField name="teamId" label={t("fields.team")} placeholder={t("fields.noTeam")} options={options} />
        <DateField name="fromOn" label={t("fields.fromOn")} hint={t("fields.fromOnHint")} />
      </Fieldset>
      <div className="form-foot">
        <SubmitButton pending={t("new.pending")}>{t("new.submit")}</SubmitButton>
      </div>
    </Form>
  );
}
