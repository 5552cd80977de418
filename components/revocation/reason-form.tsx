import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { LinkButton } from "@/components/ui/link-button";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";

type Props = {
  action: FormAction;
  kind: "revoke" | "reinstate";
  step: string;
  back: string;
  onceKey?: string;
  fields: Readonly<Record<string, string>>;
};

/** Confirms what the page lists; `seen` among the fields binds it to that list. */
export function ReasonForm({ action, kind, step, back, onceKey, fields }: Props) {
  const t = useTranslations("revocation");
  const isRevoking = kind === "revoke";
  return (
    <Form action={action} className="narrow-page" {...(onceKey !== undefined && { onceKey })}>
      {Object.entries(fields).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} required max={2000} rows={4} />
      <div className="form-foot">
        <SubmitButton look={isRevoking ? "refuseFill" : "primary"} pending={t(isRevoking ? "revoking" : "reinstating")}>
          {t(kind, { step })}
        </SubmitButton>
        <LinkButton href={back} look="text">
          {t(isRevoking ? "cancel" : "cancelBack")}
        </LinkButton>
      </div>
    </Form>
  );
}
