import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { PasswordFields } from "@/components/people/password-fields";
import { Facts } from "@/components/ui/facts";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";

type Props = { action: FormAction; token: string; email: string; submit: string; pending: string };

/** Whose password it is stands over it, also for the password manager. */
export function PasswordByLink({ action, token, email, submit, pending }: Props) {
  const t = useTranslations("identity");
  return (
    <Form action={action}>
      <Facts facts={[{ label: t("email"), value: email }]} />
      <HiddenField name="token" value={token} />
      <input type="email" name="username" autoComplete="username" defaultValue={email} readOnly hidden />
      <PasswordFields />
      <div className="form-foot">
        <SubmitButton pending={pending}>{submit}</SubmitButton>
      </div>
    </Form>
  );
}
