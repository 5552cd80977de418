import { findLinkedPerson } from "@/lib/identity/queries";
import { now } from "@/lib/platform/clock";
import { getTranslations, titled } from "@/lib/platform/words";
import { LinkSpent } from "../../_components/link-spent";
import { PasswordByLink } from "../../_components/password-by-link";
import { PublicPage } from "../../_components/public-page";
import { resetPasswordAction } from "./actions";

export const generateMetadata = titled("identity.reset", "title");

export default async function ResetPage({ params }: PageProps<"/reset/[token]">) {
  const { token } = await params;
  const person = await findLinkedPerson("reset", token, now());
  const t = await getTranslations("identity");
  if (!person) {
    return (
      <PublicPage title={t("spent.title")}>
        <LinkSpent />
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t("reset.title")} lead={t("reset.lead", { name: person.name })}>
      <PasswordByLink
        action={resetPasswordAction}
        token={token}
        email={person.email}
        submit={t("reset.submit")}
        pending={t("reset.pending")}
      />
    </PublicPage>
  );
}
