import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { findOwnChoices } from "@/lib/delivery/queries";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { ChoicesForm } from "../_components/choices-form";

export const generateMetadata = titled("delivery", "choices.title");

export default async function NoticeChoicesPage() {
  const actor = await requireActor();
  const choices = await findOwnChoices(actor);
  const [t, inbox] = await Promise.all([getTranslations("delivery.choices"), getTranslations("inbox")]);
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/notices", label: inbox("title") }, { label: t("title") }]} />
      <PageHead title={t("title")} />
      <p className="lead">{choices.sendsMail ? t("lead") : t("noMail")}</p>
      <ChoicesForm choices={choices} />
    </>
  );
}
