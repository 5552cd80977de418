import "server-only";
import type { Actor, AppointmentReach, MentorshipReach } from "@/lib/domain/access";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import { IDLE_MS, SLIDE_MS } from "./session-rules";

/** The person behind a session, with what the shell says about them. */
export type Viewer = {
  readonly actor: Actor;
  readonly sessionId: string;
  readonly name: string;
  readonly latinName: string;
  readonly locale: "ja" | "en";
  readonly keyShortcuts: boolean;
  /** The latest version of the purpose of use that the person acknowledged; 0 is none. */
  readonly purposeVersion: number;
  readonly organisation: { readonly nameJa: string; readonly nameEn: string };
};

type Row = Omit<Viewer, "actor" | "organisation"> & {
  id: string;
  isTrainee: boolean;
  grants: { capacity: "manager" | "admin" | "auditor"; teamId: string | null }[];
  mentorships: MentorshipReach[];
  appointments: AppointmentReach[];
  nameJa: string | null;
  nameEn: string | null;
};

/**
 * The whole sign-in check in one statement: the session stands and is neither idle nor over, its person is active, and
 * every capacity that holds today. Slides `lastSeenAt`, at most once a minute.
 */
export async function loadViewer(tokenHash: Uint8Array<ArrayBuffer>, now: Date): Promise<Viewer | null> {
  const rows = await db().$queryRaw<Row[]>`
    with signed_in as (
      select s.id as "sessionId", s."lastSeenAt", p.*, (${now}::timestamptz at time zone coalesce(${zoneOf}, 'Asia/Tokyo'))::date as today
        from "Session" s join "Person" p on p.id = s."personId"
       where s."tokenHash" = ${tokenHash} and s.aal = 2 and p."deactivatedAt" is null
         and s."expiresAt" > ${now}::timestamptz and s."lastSeenAt" > ${before(now, IDLE_MS)}::timestamptz
    ), me as (
      select * from signed_in where "endsOn" is null or "endsOn" >= today
    ), slid as (
      update "Session" set "lastSeenAt" = ${now}::timestamptz
       where id in (select "sessionId" from me where "lastSeenAt" <= ${before(now, SLIDE_MS)}::timestamptz)
    )
    select me."sessionId", me.id, me.name, me."latinName", me.locale::text, me."keyShortcuts",
           exists (select 1 from "Enrolment" e where e."personId" = me.id and (e."endedOn" is null or e."endedOn" > today)) as "isTrainee",
           ${grantsOf} as grants, ${mentorshipsOf} as mentorships, ${appointmentsOf} as appointments,
           coalesce((select max(version) from "PurposeAcknowledgement" k where k."personId" = me.id), 0) as "purposeVersion",
           o."nameJa", o."nameEn"
      from me left join "Organisation" o on true`;
  const row = rows[0];
  return row ? toViewer(row) : null;
}

const before = (now: Date, milliseconds: number) => new Date(now.getTime() - milliseconds);

const zoneOf = Prisma.sql`(
  select t."timeZone" from "Membership" m join "Team" t on t.id = m."teamId"
   where m."personId" = p.id and m."toOn" is null order by m."isMain" desc, m."fromOn" desc limit 1)`;

const grantsOf = Prisma.sql`(
  select coalesce(json_agg(json_build_object('capacity', g.capacity, 'teamId', g."teamId") order by g.id), '[]')
    from "CapacityGrant" g where g."personId" = me.id and g."endedAt" is null)`;

const mentorshipsOf = Prisma.sql`(
  select coalesce(json_agg(json_build_object('roleGroupCode', m."roleGroupCode", 'teamId', m."teamId") order by m.id), '[]')
    from "Mentorship" m where m."personId" = me.id and m."endedAt" is null and m."fromOn" <= today)`;

const appointmentsOf = Prisma.sql`(
  select coalesce(json_agg(json_build_object('kind', a.kind, 'teamId', a."teamId", 'roleGroupCode', a."roleGroupCode") order by a.id), '[]')
    from "Appointment" a where a."personId" = me.id and a."endedAt" is null and a."fromOn" <= today)`;

function toViewer(row: Row): Viewer {
  const { sessionId, name, latinName, locale, keyShortcuts, purposeVersion } = row;
  return {
    actor: toActor(row),
    sessionId,
    name,
    latinName,
    locale,
    keyShortcuts,
    purposeVersion,
    organisation: { nameJa: row.nameJa ?? "", nameEn: row.nameEn ?? "" },
  };
}

const toActor = ({ id, isTrainee, grants, mentorships, appointments }: Row): Actor => ({
  id,
  isTrainee,
  isAdmin: grants.some(({ capacity }) => capacity === "admin"),
  isAuditor: grants.some(({ capacity }) => capacity === "auditor"),
  managedTeamIds: grants.flatMap(({ capacity, teamId }) => (capacity === "manager" && teamId !== null ? [teamId] : [])),
  mentorships,
  appointments,
});
