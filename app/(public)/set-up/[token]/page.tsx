import { getLocale } from "next-intl/server";
import { isSetUpOpen } from "@/lib/identity/queries";
import { now } from "@/lib/platform/clock";
import { getTranslations, titled } from "@/lib/platform/words";
import { LinkSpent } from "../../_components/link-spent";
import { PublicPage } from "../../_components/public-page";
import { SetUpForm } from "./_components/set-up-form";

export const generateMetadata = titled("identity.setUp", "title");

export default async function SetUpPage({ params }: PageProps<"/set-up/[token]">) {
  const { token } = await params;
  const t = await getTranslations("identity");
  if (!(await isSetUpOpen(token, now()))) {
    return (
      <PublicPage title={t("spent.title")}>
        <LinkSpent />
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t("setUp.title")} lead={t("setUp.lead")} wide>
      <SetUpForm token={token} locale={await getLocale()} />
    </PublicPage>
  );
}
