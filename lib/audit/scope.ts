import "server-only";
import type { Actor } from "@/lib/domain/access";
import type { PlainDay } from "@/lib/domain/calendar";
import { peopleVisibleTo } from "@/lib/people/scope";
import { DEFAULT_ZONE } from "@/lib/platform/format";
import { Prisma } from "@/prisma/generated/client";
import type { AuditFilter } from "./schema";

/** People that a search by name may mean. More than these nobody meant. */
export const MOST_MEANT = 50;

/** Events about a person: done to them, or naming them. What they did to others is the others'. Each found by its own index. */
export const aboutPerson = (personId: string, size: number) => Prisma.sql`
  seq in (select e.seq from audit.event e where e.subject = ${personId}
          union select e.seq from audit.event e where audit.mentioned(e.body) @> array[${personId}]::uuid[])
  and seq <= ${size}`;

/** More events than a person has in a life. */
export const MOST_PROVED = 100_000;

/** Twin of `canTakeProof`. */
export const provableTo = (actor: Actor, on: PlainDay): Prisma.PersonWhereInput =>
  actor.isAuditor ? {} : peopleVisibleTo({ ...actor, isAdmin: false }, on);

/** Events that fit; `meant` are the people that the name stands for. */
export const fitting = ({ action, from, to, number, before }: AuditFilter, meant: readonly string[] | null) =>
  Prisma.join(
    [
      Prisma.sql`true`,
      ...(meant === null ? [] : [Prisma.sql`(actor = any(${[...meant]}) or subject = any(${[...meant]}))`]),
      ...(action === null ? [] : [Prisma.sql`action = ${action}`]),
      ...(from === null ? [] : [Prisma.sql`at >= ${from}::timestamp at time zone ${DEFAULT_ZONE}`]),
      ...(to === null ? [] : [Prisma.sql`at < (${to}::timestamp + interval '1 day') at time zone ${DEFAULT_ZONE}`]),
      ...(number === null ? [] : [Prisma.sql`seq = ${number}`]),
      ...(before === null ? [] : [Prisma.sql`seq < ${before}`]),
    ],
    " and ",
  );
