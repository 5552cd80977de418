import { notFound } from "next/navigation";
import type { Actor } from "@/lib/domain/access";
import { findEvent } from "@/lib/event/queries";
import { type EventSeen, eventPath } from "@/lib/event/schema";
import { asked } from "../../_components/asked";

/** May still be corrected and cancelled: logged by the reader, and nobody has confirmed it. */
export const isOpen = ({ isOwn, end, parts }: EventSeen) =>
  isOwn && end === null && parts.every(({ proposals }) => proposals.every(({ state }) => state !== "confirmed"));

/** The event of an address that changes it. */
export async function requireOpenEvent(actor: Actor, params: Promise<unknown>): Promise<EventSeen> {
  const { eventId } = await asked(eventPath, params);
  const event = await findEvent(actor, eventId);
  return event && isOpen(event) ? event : notFound();
}
