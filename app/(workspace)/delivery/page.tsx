import { notFound } from "next/navigation";
import { findDelivery } from "@/lib/delivery/queries";
import { requireActor } from "@/lib/platform/session";
import { titled } from "@/lib/platform/words";
import { DoneToast } from "../_components/done-toast";
import { DeliveryHead } from "./_components/delivery-head";
import { MailSection } from "./_components/mail-section";
import { WebhookSection } from "./_components/webhook-section";

export const generateMetadata = titled("delivery", "title");

export default async function DeliveryPage({ searchParams }: PageProps<"/delivery">) {
  const actor = await requireActor();
  const delivery = await findDelivery(actor);
  if (!delivery) notFound();
  return (
    <>
      <DeliveryHead current="delivery" />
      <MailSection server={delivery.server} />
      <WebhookSection webhooks={delivery.webhooks} />
      <DoneToast done={(await searchParams).done} />
    </>
  );
}
