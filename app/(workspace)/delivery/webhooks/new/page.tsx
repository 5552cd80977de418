import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { PageHead } from "@/components/ui/page-head";
import { newId } from "@/lib/platform/ids";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { Trail } from "../../_components/trail";
import { WebhookForm } from "../../_components/webhook-form";

export const generateMetadata = titled("delivery", "webhooks.add");

export default async function NewWebhookPage() {
  const actor = await requireActor();
  if (!actor.isAdmin) notFound();
  const t = await getTranslations("delivery");
  return (
    <>
      <Trail here={t("webhooks.add")} />
      <PageHead title={t("webhooks.add")} />
      <p className="lead">{t("webhooks.privacy")}</p>
      <WebhookForm onceKey={newId()} locale={await getLocale()} />
    </>
  );
}
