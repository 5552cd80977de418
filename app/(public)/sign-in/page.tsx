import type { Route } from "next";
import { redirect } from "next/navigation";
import { Message } from "@/components/ui/message";
import { safePath } from "@/lib/platform/safe-path";
import { findActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { PublicPage } from "../_components/public-page";
import { SignInForm } from "./_components/sign-in-form";
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
      <SignInForm next={to} action={signInAction} />
    </PublicPage>
  );
}
