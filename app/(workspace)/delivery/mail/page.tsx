import { notFound } from "next/navigation";
import { PageHead } from "@/components/ui/page-head";
import { findMailServer } from "@/lib/delivery/queries";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { MailForm } from "../_components/mail-form";
import { Trail } from "../_components/trail";

export const generateMetadata = titled("delivery", "mail.set");

export default async function MailServerPage() {
  const actor = await requireActor();
  if (!actor.isAdmin) notFound();
  const server = await findMailServer(actor);
  const t = await getTranslations("delivery");
  return (
    <>
      <Trail here={t("mail.set")} />
      <PageHead title={t("mail.set")} />
      <MailForm server={server} />
    </>
  );
}
