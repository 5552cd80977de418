import { choosing } from "@/lib/event/schema";
import { requireActor } from "@/lib/platform/session";
import { titled } from "@/lib/platform/words";
import { CorrectEvent } from "../../_components/correct-event";
import { requireOpenEvent } from "../../_components/own-event";

export const generateMetadata = titled("sharedEvents.form", "correctTitle");

export default async function CorrectEventPage({ params, searchParams }: PageProps<"/events/[eventId]/correct">) {
  const actor = await requireActor();
  const event = await requireOpenEvent(actor, params);
  return <CorrectEvent actor={actor} event={event} asked={choosing.parse(await searchParams)} />;
}
