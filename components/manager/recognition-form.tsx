import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { RadioGroup } from "@/components/form/radio-group";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import type { FormAction } from "@/lib/platform/action-state";
import { getTranslations } from "@/lib/platform/words";

type Props = { enrolmentId: string; openStep: 0 | 1 | 2 | 3; isBasic: boolean; today: string; action: FormAction };

/** Up to which STEP earlier experience is recognised, from which day, and why. */
export async function RecognitionForm({ enrolmentId, openStep, isBasic, today, action }: Props) {
  const t = await getTranslations("recognition");
  const steps = isBasic ? ([0] as const) : ([0, 1, 2, 3] as const).filter((step) => step >= openStep);
  const options = steps.map((step) => ({
    value: String(step),
    label: isBasic ? t("basicLevel") : t(`levels.${step}`),
  }));
  return (
    <Form action={action} className="narrow-page">
      <HiddenField name="enrolmentId" value={enrolmentId} />
      <RadioGroup
        name="step"
        label={t("upTo")}
        required
        hint={t("upToHint")}
        options={options}
        defaultValue={String(openStep)}
      />
      <DateField
        name="recognisedOn"
        label={t("recognisedOn")}
        required
        hint={t("recognisedOnHint")}
        max={today}
        defaultValue={today}
      />
      <TextArea name="reason" label={t("why")} required hint={t("whyHint")} max={2000} rows={4} />
      <div className="form-foot">
        <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}
