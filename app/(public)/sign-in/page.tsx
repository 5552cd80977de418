import type { Route } from "next";
import { redirect } from "next/navigation";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Message } from "@/components/ui/message";
import { safePath } from "@/lib/platform/safe-path";
import { findActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { PublicPage } from "../_components/public-page";
import { signInAction } from "./actions";

export const generateMetadata = titled("identity.signIn", "title");

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, done } = await searchParams;
  const to = safePath(typeof next === "string" ? next : undefined);
  if (await findActor()) redirect(to as Route);
  const t = await getTranslations("identity.signIn");
  const notices = await getTranslations("notices");
  return (
    <PublicPage title={t("title")} lead={t("lead")}>
      {done === "signedOut" && <Message tone="ok" role="status" title={notices("signedOut")} />}
      <Form action={signInAction}>
        <HiddenField name="next" value={to} />
        <TextField
          name="email"
          label={t("email")}
          required
          unmarked
          input={{ type: "email", autoComplete: "username", autoFocus: true }}
        />
        <PasswordField name="password" label={t("password")} required unmarked autoComplete="current-password" />
        <div className="form-foot">
          <SubmitButton pending={t("pending")}>{t("submit")}</SubmitButton>
        </div>
        <p className="small mt-4">{t("forgot")}</p>
      </Form>
    </PublicPage>
  );
}
