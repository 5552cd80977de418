import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";

const ADDRESS = { type: "email", autoComplete: "username", autoFocus: true } as const;

/** Address and password, and where the reader was going. */
export function SignInForm({ next, action }: { next: string; action: FormAction }) {
  const t = useTranslations("identity.signIn");
  return (
    <Form action={action}>
      <HiddenField name="next" value={next} />
      <TextField name="email" label={t("email")} required unmarked input={ADDRESS} />
      <PasswordField name="password" label={t("password")} required unmarked autoComplete="current-password" />
      <div className="form-foot">
        <SubmitButton pending={t("pending")}>{t("submit")}</SubmitButton>
      </div>
      <p className="small mt-4">{t("forgot")}</p>
    </Form>
  );
}
