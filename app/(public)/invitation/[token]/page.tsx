import { findLinkedPerson } from "@/lib/identity/queries";
import { now } from "@/lib/platform/clock";
import { titled } from "@/lib/platform/words";
import { PasswordPage } from "../../_components/password-page";
import { acceptInvitationAction } from "./actions";

export const generateMetadata = titled("identity.invitation", "title");

export default async function InvitationPage({ params }: PageProps<"/invitation/[token]">) {
  const { token } = await params;
  const person = await findLinkedPerson("invitation", token, now());
  return <PasswordPage kind="invitation" token={token} person={person} action={acceptInvitationAction} />;
}
