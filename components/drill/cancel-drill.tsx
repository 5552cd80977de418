import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Disclosure } from "@/components/ui/disclosure";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";

/** Nobody is asked any longer, for a reason. */
export function CancelDrill({ drillId, action }: { drillId: string; action: FormAction }) {
  const t = useTranslations("drills.page");
  return (
    <Disclosure summary={t("cancel")} className="my-4">
      <Form action={action} className="narrow-page">
        <HiddenField name="drillId" value={drillId} />
        <p className="hint">{t("cancelLead")}</p>
        <TextArea name="reason" label={t("reason")} required max={1000} rows={2} />
        <SubmitButton look="refuse" pending={t("saving")}>
          {t("save")}
        </SubmitButton>
      </Form>
    </Disclosure>
  );
}
