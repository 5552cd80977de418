import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";

type Props = {
  of: "appointments" | "enrolments";
  action: FormAction;
  /** Name and value of what says which one. */
  ends: readonly [name: string, id: string];
  children?: ReactNode;
};

/** Ends an appointment or an enrolment, with a reason. */
export function EndForm({ of, action, ends: [name, id], children }: Props) {
  const t = useTranslations(of);
  return (
    <Form action={action} className="narrow-page">
      <HiddenField name={name} value={id} />
      {children}
      <TextArea name="reason" label={t("reason")} required max={2000} rows={3} />
      <div className="form-foot">
        <SubmitButton look="refuse" pending={t("ending")}>
          {t("endSave")}
        </SubmitButton>
      </div>
    </Form>
  );
}
