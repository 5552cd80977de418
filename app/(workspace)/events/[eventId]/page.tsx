import { notFound } from "next/navigation";
import { findEvent } from "@/lib/event/queries";
import { eventPath } from "@/lib/event/schema";
import { requireActor } from "@/lib/platform/session";
import { titled } from "@/lib/platform/words";
import { asked } from "../../_components/asked";
import { DoneToast } from "../../_components/done-toast";
import { EventPageBody } from "../_components/event-page";
import { noteVisits } from "../_components/note-visits";

export const generateMetadata = titled("sharedEvents", "title");

export default async function EventPage({ params, searchParams }: PageProps<"/events/[eventId]">) {
  const actor = await requireActor();
  const event = await findEvent(actor, (await asked(eventPath, params)).eventId);
  if (!event) notFound();
  noteVisits(actor, event);
  return (
    <>
      <DoneToast done={(await searchParams).done} />
      <EventPageBody event={event} />
    </>
  );
}
