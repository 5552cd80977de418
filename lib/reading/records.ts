import "server-only";
import type { Actor } from "@/lib/domain/access";
import type { ReadingFact, ReadingGround } from "@/lib/domain/reading-grant";
import { belongsHere } from "@/lib/people/scope";
import { lockPeople, type Tx } from "@/lib/platform/db";
import { organisationToday } from "@/lib/platform/organisation";
import { Prisma } from "@/prisma/generated/client";
import type { ReadingForm } from "./schema";
import { grantManagedBy } from "./scope";

type About = Pick<ReadingForm, "personId" | "teamId" | "auditorId">;

/** What a grant is decided on, the person locked. */
export async function loadGround(tx: Tx, about: About, { managedTeamIds }: Actor, now: Date): Promise<ReadingGround> {
  const { personId, teamId, auditorId } = about;
  await lockPeople(tx, [personId ?? auditorId]);
  const managed = Prisma.sql`any(${[...managedTeamIds]}::uuid[])`;
  const teams = await tx.$queryRaw<{ id: string }[]>`
    select distinct a."ancestorId" as id from "Enrolment" e join "TeamAncestor" a on a."teamId" = e."teamId"
     where e."personId" = ${personId}::uuid and a."ancestorId" = ${managed}
    union
    select a."teamId" from "TeamAncestor" a where a."teamId" = ${teamId}::uuid and a."ancestorId" = ${managed}`;
  const auditors = await tx.$queryRaw<unknown[]>`
    select 1 from "CapacityGrant" g join "Person" m on m.id = g."personId"
     where g."personId" = ${auditorId}::uuid and g.capacity = 'auditor' and g."endedAt" is null and ${belongsHere}`;
  const today = await organisationToday(tx, now);
  return { today, personId, teamIds: teams.map(({ id }) => id).sort(), isAuditor: auditors.length > 0 };
}

type Loaded = ReadingFact & {
  readonly isTheirs: boolean;
  readonly personId: string | null;
  readonly auditorId: string;
  readonly teamIds: readonly string[];
};

/** A grant, locked. */
export async function loadGrant(tx: Tx, grantId: string, { managedTeamIds }: Actor): Promise<Loaded | null> {
  const [row] = await tx.$queryRaw<Loaded[]>`
    select to_char(g."fromOn", 'YYYY-MM-DD') as "fromOn", to_char(g."toOn", 'YYYY-MM-DD') as "toOn", g."withdrawnById",
           g."personId", g."auditorId", g."teamIds", ${grantManagedBy(managedTeamIds)} as "isTheirs"
      from "ReadingGrant" g where g.id = ${grantId}::uuid for update`;
  return row ?? null;
}
