import { Form } from "@/components/form/form";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { PasswordFields } from "@/components/people/password-fields";
import { requireViewer } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { ProfileHead } from "../_components/profile-head";
import { changePasswordAction } from "../actions";

export const generateMetadata = titled("profile.password", "title");

export default async function PasswordPage() {
  await requireViewer();
  const t = await getTranslations("profile.password");
  return (
    <>
      <ProfileHead current="password" sub={t("lead")} />
      <Form action={changePasswordAction} className="narrow-page">
        <PasswordField name="currentPassword" label={t("current")} autoComplete="current-password" required />
        <PasswordFields />
        <div className="form-foot">
          <SubmitButton pending={t("pending")}>{t("submit")}</SubmitButton>
        </div>
      </Form>
    </>
  );
}
