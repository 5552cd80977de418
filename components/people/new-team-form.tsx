import { useLocale } from "next-intl";
import { Form } from "@/components/form/form";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";
import { TeamFields } from "./team-fields";
import { teamOptions } from "./team-options";

type Props = { action: FormAction; onceKey: string; teams: Parameters<typeof teamOptions>[0] };

export function NewTeamForm({ action, onceKey, teams }: Props) {
  const t = useTranslations("teams");
  const options = teamOptions(teams, useLocale());
  return (
    <Form action={action} onceKey={onceKey} className="narrow-page">
      <TeamFields />
      <TextField name="code" label={t("fields.code")} hint={t("fields.codeHint")} required max={40} size="mid" />
      <SelectField name="parentId" label={t("fields.parent")} placeholder={t("fields.noParent")} options={options} />
      <div className="form-foot">
        <SubmitButton pending={t("new.pending")}>{t("new.submit")}</SubmitButton>
      </div>
    </Form>
  );
}
