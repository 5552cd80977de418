import { CheckboxGroup } from "@/components/form/checkbox-group";
import { Form } from "@/components/form/form";
import { RadioGroup } from "@/components/form/radio-group";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { NOTICE_TOPICS } from "@/lib/domain/notice-kind";
import { WEBHOOK_KINDS } from "@/lib/domain/webhook";
import { LOCALES, type Locale } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { addWebhookAction } from "../actions";

export function WebhookForm({ onceKey, locale }: { onceKey: string; locale: Locale }) {
  const t = useTranslations("delivery");
  const kinds = WEBHOOK_KINDS.map((value) => ({ value, label: t(`webhooks.kinds.${value}`) }));
  const topics = NOTICE_TOPICS.map((value) => ({ value, label: t(`topics.${value}`) }));
  const locales = LOCALES.map((value) => ({ value, label: t(`webhooks.locales.${value}`) }));
  return (
    <Form action={addWebhookAction} onceKey={onceKey} className="narrow-page">
      <RadioGroup
        name="kind"
        label={t("webhooks.kind")}
        required
        hint={t("webhooks.kindHints")}
        defaultValue="slack"
        options={kinds}
      />
      <TextField name="name" label={t("webhooks.name")} required max={100} hint={t("webhooks.nameHint")} />
      <TextField name="url" label={t("webhooks.url")} required max={2000} hint={t("webhooks.urlHint")} />
      <CheckboxGroup name="topics[]" label={t("webhooks.topics")} required options={topics} />
      <RadioGroup name="locale" label={t("webhooks.locale")} required defaultValue={locale} options={locales} />
      <div className="form-foot">
        <SubmitButton pending={t("webhooks.saving")} hint="Ctrl ↵">
          {t("webhooks.save")}
        </SubmitButton>
      </div>
    </Form>
  );
}
