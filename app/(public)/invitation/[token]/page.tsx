import { findLinkedPerson } from "@/lib/identity/queries";
import { now } from "@/lib/platform/clock";
import { getTranslations, titled } from "@/lib/platform/words";
import { LinkSpent } from "../../_components/link-spent";
import { PasswordByLink } from "../../_components/password-by-link";
import { PublicPage } from "../../_components/public-page";
import { acceptInvitationAction } from "./actions";

export const generateMetadata = titled("identity.invitation", "title");

export default async function InvitationPage({ params }: PageProps<"/invitation/[token]">) {
  const { token } = await params;
  const person = await findLinkedPerson("invitation", token, now());
  const t = await getTranslations("identity");
  if (!person) {
    return (
      <PublicPage title={t("spent.title")}>
        <LinkSpent />
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t("invitation.title")} lead={t("invitation.lead", { name: person.name })}>
      <PasswordByLink
        action={acceptInvitationAction}
        token={token}
        email={person.email}
        submit={t("invitation.submit")}
        pending={t("invitation.pending")}
      />
    </PublicPage>
  );
}
