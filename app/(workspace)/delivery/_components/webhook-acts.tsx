import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useTranslations } from "@/lib/platform/words";
import { endWebhookAction, testWebhookAction } from "../actions";

export function WebhookActs({ webhookId }: { webhookId: string }) {
  const t = useTranslations("delivery.webhooks");
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      <Form action={testWebhookAction}>
        <HiddenField name="webhookId" value={webhookId} />
        <SubmitButton pending={t("trying")}>{t("try")}</SubmitButton>
      </Form>
      <Form action={endWebhookAction}>
        <HiddenField name="webhookId" value={webhookId} />
        <SubmitButton look="refuse" pending={t("ending")}>
          {t("end")}
        </SubmitButton>
      </Form>
    </div>
  );
}
