import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { newId } from "@/lib/platform/ids";
import { useTranslations } from "@/lib/platform/words";
import { verifyTrailAction } from "../actions";

/** Has the whole trail verified now. */
export function VerifyForm() {
  const t = useTranslations("audit.verify");
  return (
    <Form action={verifyTrailAction} className="mt-4">
      <HiddenField name="onceKey" value={newId()} />
      <SubmitButton pending={t("running")}>{t("run")}</SubmitButton>
    </Form>
  );
}
