import "server-only";
import type { Actor } from "@/lib/domain/access";
import { belongsHere } from "@/lib/people/scope";
import { todayIn } from "@/lib/platform/days";
import { db } from "@/lib/platform/db";
import { DEFAULT_ZONE } from "@/lib/platform/format";
import { person } from "@/lib/platform/sql";
import { Prisma } from "@/prisma/generated/client";
import type { OwnReading, ReadingsPage } from "./schema";
import { grantManagedBy, holdsOn } from "./scope";

const plainDay = (column: string) => Prisma.raw(`to_char(${column}, 'YYYY-MM-DD')`);

export type ReadingAbout = { readonly personId: string } | { readonly teamId: string };

/** Teams in which the thing lies: those of a person's enrolments, or the team itself. */
const teamsOf = (about: ReadingAbout) =>
  "personId" in about
    ? Prisma.sql`select e."teamId" as id from "Enrolment" e where e."personId" = ${about.personId}::uuid`
    : Prisma.sql`select ${about.teamId}::uuid as id`;

/** Of a person's page also those of the team; of a team's page only those. */
const meant = (about: ReadingAbout) =>
  "personId" in about
    ? Prisma.sql`(g."personId" = ${about.personId}::uuid or g."personId" is null and exists (
        select 1 from (${teamsOf(about)}) x join "TeamAncestor" a on a."teamId" = x.id where a."ancestorId" = any(g."teamIds")))`
    : Prisma.sql`g."personId" is null and ${about.teamId}::uuid = any(g."teamIds")`;

const GRANTS_SHOWN = 50;

/** Grants about somebody or a team, and who could get one; null where it is not the actor's to give. One statement. */
export async function listReadings(actor: Actor, about: ReadingAbout, now: Date): Promise<ReadingsPage | null> {
  const self = "personId" in about ? about.personId : null;
  if (actor.managedTeamIds.length === 0 || self === actor.id) return null;
  const [row] = await db().$queryRaw<(Omit<ReadingsPage, "today"> & { isTheirs: boolean })[]>`
    select exists (select 1 from (${teamsOf(about)}) x join "TeamAncestor" a on a."teamId" = x.id
                    where a."ancestorId" = any(${[...actor.managedTeamIds]}::uuid[])) as "isTheirs",
           (select coalesce(json_agg(${person("m")} order by m.reading, m.id), '[]') from "Person" m
             where m.id <> ${actor.id}::uuid and m.id is distinct from ${self}::uuid and ${belongsHere} and exists (
                   select 1 from "CapacityGrant" c where c."personId" = m.id and c.capacity = 'auditor' and c."endedAt" is null)) as auditors,
           (select coalesce(json_agg(x), '[]') from (
              select g.id as "grantId", ${person("u")} as auditor, ${person("b")} as by, ${plainDay('g."fromOn"')} as "fromOn",
                     ${plainDay('g."toOn"')} as "toOn", g.reason, g."withdrawnById", g."personId" is null as "isOfTeam"
                from "ReadingGrant" g join "Person" u on u.id = g."auditorId" join "Person" b on b.id = g."grantedById"
               where ${meant(about)} and ${grantManagedBy(actor.managedTeamIds)}
               order by g."toOn" desc, g.id desc limit ${GRANTS_SHOWN}) x) as grants`;
  if (!row?.isTheirs) return null;
  const { auditors, grants } = row;
  return { today: todayIn(DEFAULT_ZONE, now), auditors, grants };
}

const PEOPLE_SHOWN = 100;

/** What an auditor may read today, of whom; null for who is none. One statement. */
export async function listOwnReadings(actor: Actor, now: Date): Promise<readonly OwnReading[] | null> {
  if (!actor.isAuditor) return null;
  return db().$queryRaw<OwnReading[]>`
    select g.id as "grantId", ${plainDay('g."toOn"')} as "toOn", g.reason, ${person("b")} as by,
           (select coalesce(json_agg(${person("p")} order by p.reading, p.id), '[]') from (
              select p.* from "Person" p where (g."personId" is null or p.id = g."personId") and exists (
                select 1 from "Enrolment" e join "TeamAncestor" a on a."teamId" = e."teamId"
                 where e."personId" = p.id and a."ancestorId" = any(g."teamIds"))
               order by p.reading, p.id limit ${PEOPLE_SHOWN}) p) as people
      from "ReadingGrant" g join "Person" b on b.id = g."grantedById"
     where g."auditorId" = ${actor.id}::uuid and ${holdsOn(todayIn(DEFAULT_ZONE, now))}
     order by g."toOn", g.id`;
}
