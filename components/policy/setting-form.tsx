import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { SectionHeading } from "@/components/ui/section-heading";
import type { FormAction } from "@/lib/platform/action-state";
import type { Parameter } from "./parameter-facts";
import { policyWords } from "./policy-words";
import { ValueField } from "./value-field";

type Props = { parameter: Parameter; today: string; onceKey: string; action: FormAction };

/** The new value, the day from which it holds, and why. */
export async function SettingForm({ parameter: { definition, value }, today, onceKey, action }: Props) {
  const { t } = await policyWords();
  return (
    <section className="sec">
      <SectionHeading>{t("change")}</SectionHeading>
      <Form action={action} onceKey={onceKey} className="narrow-page mt-4">
        <HiddenField name="code" value={definition.code} />
        <ValueField definition={definition} value={value} />
        <DateField
          name="holdsFrom"
          label={t("holdsFrom")}
          required
          hint={t("holdsFromHint")}
          min={today}
          defaultValue={today}
        />
        <TextArea name="reason" label={t("reason")} required max={2000} rows={3} />
        <div className="form-foot">
          <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
        </div>
      </Form>
    </section>
  );
}
