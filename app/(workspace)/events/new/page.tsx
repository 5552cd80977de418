import { choosing } from "@/lib/event/schema";
import { requireActor } from "@/lib/platform/session";
import { titled } from "@/lib/platform/words";
import { findDrillToHold } from "../_components/event-defaults";
import { NewEvent } from "../_components/new-event";

export const generateMetadata = titled("sharedEvents.form", "title");

export default async function NewEventPage({ searchParams }: PageProps<"/events/new">) {
  const actor = await requireActor();
  const params = await searchParams;
  return <NewEvent actor={actor} asked={choosing.parse(params)} drill={await findDrillToHold(actor, params.drill)} />;
}
