import "server-only";
import type { TeamRef } from "@/lib/domain/access";
import type { PlainDay } from "@/lib/domain/calendar";
import type { AskedFor, Belonging, HeldThere } from "@/lib/domain/departure";
import type { Tx } from "@/lib/platform/db";
import { DEFAULT_ZONE } from "@/lib/platform/format";
import { Prisma } from "@/prisma/generated/client";

type Held = HeldThere & { readonly as: "mentorship" | "appointment" };

/** Everything of somebody that a last day may end, as it stands now. */
export type Departing = {
  readonly personId: string;
  readonly belongings: readonly Belonging[];
  readonly held: readonly Held[];
  readonly asked: readonly AskedFor[];
};

/** People whose last day in the organisation is over and who were not deactivated. */
export async function listLeavers(tx: Tx, today: PlainDay): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from "Person" where "deactivatedAt" is null and "endsOn" < ${today}::date order by "endsOn", id`;
  return rows.map(({ id }) => id);
}

/** Those with a membership whose last day is over. One statement. */
export const loadWithMembershipOver = (tx: Tx, today: PlainDay) =>
  loadDeparting(tx, Prisma.sql`p.id in (select m."personId" from "Membership" m where m."toOn" < ${today}::date)`);

/** One of them, whose row is locked. */
export const loadDepartingOne = async (tx: Tx, personId: string): Promise<Departing | null> =>
  (await loadDeparting(tx, Prisma.sql`p.id = ${personId}::uuid`))[0] ?? null;

const dayOf = (instant: string) =>
  Prisma.sql`to_char(${Prisma.raw(instant)} at time zone ${DEFAULT_ZONE}, 'YYYY-MM-DD')`;

const standing = (table: "Mentorship" | "Appointment", as: Held["as"]) => Prisma.sql`
  select x.id, ${as}::text as "as", x."teamId", ${dayOf('x."appointedAt"')} as "sinceOn"
    from ${Prisma.raw(`"${table}"`)} x where x."personId" = p.id and x."endedAt" is null`;

const waiting = (table: "SignOffRequest" | "JudgementRequest", stillWaits: string) => Prisma.sql`
  select q.id, ${dayOf('q."requestedAt"')} as "askedOn"
    from ${Prisma.raw(`"${table}"`)} q join "Enrolment" e on e.id = q."enrolmentId"
   where e."personId" = p.id and ${Prisma.raw(stillWaits)}`;

type Row = {
  personId: string;
  belongings: { membershipId: string; teamId: string; toOn: PlainDay | null; ancestorIds: string[] }[];
  held: { id: string; as: Held["as"]; sinceOn: PlainDay; teamId: string | null; ancestorIds: string[] | null }[];
  asked: AskedFor[];
};

const ancestorsOf = (teamId: string) =>
  Prisma.sql`(select array_agg(a."ancestorId"::text) from "TeamAncestor" a where a."teamId" = ${Prisma.raw(teamId)})`;

async function loadDeparting(tx: Tx, who: Prisma.Sql): Promise<Departing[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select p.id as "personId",
      (select coalesce(json_agg(json_build_object('membershipId', m.id, 'teamId', m."teamId",
                'toOn', to_char(m."toOn", 'YYYY-MM-DD'), 'ancestorIds', ${ancestorsOf('m."teamId"')})), '[]')
         from "Membership" m where m."personId" = p.id) as belongings,
      (select coalesce(json_agg(json_build_object('id', h.id, 'as', h."as", 'teamId', h."teamId", 'sinceOn', h."sinceOn",
                'ancestorIds', ${ancestorsOf('h."teamId"')}) order by h.id), '[]')
         from (${standing("Mentorship", "mentorship")} union all ${standing("Appointment", "appointment")}) h) as held,
      (select coalesce(json_agg(json_build_object('id', w.id, 'askedOn', w."askedOn") order by w.id), '[]')
         from (${waiting("SignOffRequest", 'q."isOpen"')} union all ${waiting("JudgementRequest", 'q."closedAt" is null')}) w) as asked
      from "Person" p where p."deactivatedAt" is null and ${who} order by p.id`;
  return rows.map(({ personId, belongings, held, asked }) => ({
    personId,
    belongings: belongings.map(({ teamId, ancestorIds, ...rest }) => ({ ...rest, team: { teamId, ancestorIds } })),
    held: held.map(({ teamId, ancestorIds, ...rest }) => ({ ...rest, team: teamOrNull(teamId, ancestorIds) })),
    asked,
  }));
}

const teamOrNull = (teamId: string | null, ancestorIds: readonly string[] | null): TeamRef | null =>
  teamId === null ? null : { teamId, ancestorIds: ancestorIds ?? [] };
