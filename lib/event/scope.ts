import "server-only";
import type { Actor } from "@/lib/domain/access";
import { viewableBy } from "@/lib/reviews/scope";
import { Prisma } from "@/prisma/generated/client";

/** The database twins of who may be named in an event and who sees it; tests prove them equal to the domain. */

/** One's own, or such as the actor may see: a condition on the enrolment `e`. */
const ownOrViewable = (actor: Actor) => Prisma.sql`(e."personId" = ${actor.id}::uuid or ${viewableBy(actor)})`;

/** Took part, or logged it, or may see the training of somebody who took part: a condition on the event `v`. */
export const eventSeenBy = (actor: Actor) => Prisma.sql`(v."loggedById" = ${actor.id}::uuid or exists (
  select 1 from "EventParticipation" q join "Enrolment" e on e."personId" = q."personId" and e."endedOn" is null
   where q."eventId" = v.id and ${ownOrViewable(actor)}))`;
