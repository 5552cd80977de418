import { findLinkedPerson } from "@/lib/identity/queries";
import { now } from "@/lib/platform/clock";
import { titled } from "@/lib/platform/words";
import { PasswordPage } from "../../_components/password-page";
import { resetPasswordAction } from "./actions";

export const generateMetadata = titled("identity.reset", "title");

export default async function ResetPage({ params }: PageProps<"/reset/[token]">) {
  const { token } = await params;
  const person = await findLinkedPerson("reset", token, now());
  return <PasswordPage kind="reset" token={token} person={person} action={resetPasswordAction} />;
}
