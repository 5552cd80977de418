import { notFound } from "next/navigation";
import { PageHead } from "@/components/ui/page-head";
import { findWebhook } from "@/lib/delivery/queries";
import { webhookKey } from "@/lib/delivery/schema";
import { requireActor } from "@/lib/platform/session";
import { titled } from "@/lib/platform/words";
import { asked } from "../../../_components/asked";
import { DoneToast } from "../../../_components/done-toast";
import { Trail } from "../../_components/trail";
import { WebhookActs } from "../../_components/webhook-acts";
import { WebhookFacts } from "../../_components/webhook-facts";

export const generateMetadata = titled("delivery", "webhooks.heading");

export default async function WebhookPage({ params, searchParams }: PageProps<"/delivery/webhooks/[webhookId]">) {
  const actor = await requireActor();
  const { webhookId } = await asked(webhookKey, params);
  const webhook = await findWebhook(actor, webhookId);
  if (!webhook) notFound();
  return (
    <>
      <Trail here={webhook.name} />
      <PageHead title={webhook.name} />
      <WebhookFacts webhook={webhook} />
      <WebhookActs webhookId={webhookId} />
      <DoneToast done={(await searchParams).done} />
    </>
  );
}
