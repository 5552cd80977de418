import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Disclosure } from "@/components/ui/disclosure";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";

/** It is no record of its person. */
export function DeclineForm({ proposalId, action }: { proposalId: string; action: FormAction }) {
  const t = useTranslations("sharedEvents.proposal");
  return (
    <Disclosure summary={t("decline")} className="my-4">
      <Form action={action} className="narrow-page">
        <HiddenField name="proposalId" value={proposalId} />
        <p className="hint">{t("declineLead")}</p>
        <TextArea name="reason" label={t("reason")} max={1000} rows={2} />
        <SubmitButton look="refuse" pending={t("declining")}>
          {t("declineSend")}
        </SubmitButton>
      </Form>
    </Disclosure>
  );
}
