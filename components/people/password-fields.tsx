import { PasswordField } from "@/components/form/password-field";
import { useTranslations } from "@/lib/platform/words";

/** A new password, typed twice: without JavaScript it cannot be shown. */
export function PasswordFields() {
  const t = useTranslations("identity.password");
  return (
    <>
      <PasswordField name="password" label={t("new")} hint={t("hint")} autoComplete="new-password" required />
      <PasswordField name="passwordAgain" label={t("again")} autoComplete="new-password" required />
    </>
  );
}
