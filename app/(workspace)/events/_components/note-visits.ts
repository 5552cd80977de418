import { after } from "next/server";
import type { Actor } from "@/lib/domain/access";
import type { EventSeen } from "@/lib/event/schema";
import { now } from "@/lib/platform/clock";
import { todayIn } from "@/lib/platform/days";
import { DEFAULT_ZONE } from "@/lib/platform/format";
import { noteVisit } from "@/lib/visit/commands";

/** Whoever reads a record here has opened it (product.md, 17). */
export function noteVisits(actor: Actor, { parts }: EventSeen) {
  const read = parts.filter(({ proposals }) => proposals.some(({ record }) => record?.isReadable));
  const at = now();
  const on = todayIn(DEFAULT_ZONE, at);
  after(async () => {
    for (const { person } of read) await noteVisit(actor, { subjectId: person.id, place: "record", on }, at);
  });
}
