import "server-only";
import type { Actor } from "@/lib/domain/access";
import { viewableBy } from "@/lib/reviews/scope";
import { Prisma } from "@/prisma/generated/client";

/** The database twins of who may be named in an event and who sees it; tests prove them equal to the domain. */

/** One's own, or such as the actor may see: a condition on the enrolment `e`. */
export const ownOrViewable = (actor: Actor) => Prisma.sql`(e."personId" = ${actor.id}::uuid or ${viewableBy(actor)})`;

/** Twin of `canName`: a condition on a running enrolment `e` of the person. */
export const nameableBy = (actor: Actor) => Prisma.sql`(${ownOrViewable(actor)} or e."teamId" in (
  select own."teamId" from "Enrolment" own where own."personId" = ${actor.id}::uuid and own."endedOn" is null))`;

/** A running enrolment of the person that `alias` names is the actor's to see, or their own. */
export const personSeenBy = (actor: Actor, personId: string) => Prisma.sql`exists (
  select 1 from "Enrolment" e where e."personId" = ${Prisma.raw(personId)} and e."endedOn" is null and ${ownOrViewable(actor)})`;

/** Took part, or logged it, or may see the training of somebody who took part: a condition on the event `v`. */
export const eventSeenBy = (actor: Actor) => Prisma.sql`(v."loggedById" = ${actor.id}::uuid or exists (
  select 1 from "EventParticipation" q where q."eventId" = v.id and ${personSeenBy(actor, 'q."personId"')}))`;

/** Twin of `canReadRecordText`: under TLP:RED who logged it, who took part, and the mentors named. On the event `v`. */
export const eventReadBy = ({ id }: Actor) => Prisma.sql`(v.tlp <> 'RED' or v."loggedById" = ${id}::uuid or exists (
  select 1 from "EventParticipation" q
   where q."eventId" = v.id and ${id}::uuid in (q."personId", coalesce(q."mentorPresentId", q."personId"))))`;
