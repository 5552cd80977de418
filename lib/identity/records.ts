import "server-only";
import type { Actor, AppointmentReach, MentorshipReach } from "@/lib/domain/access";
import {
  ABSOLUTE_MS,
  IDLE_MS,
  LINK_MS,
  type LinkKind,
  type LinkPerson,
  SESSIONS_PER_PERSON,
  SLIDE_MS,
} from "@/lib/domain/identity";
import { toDbDay, todayIn } from "@/lib/platform/days";
import { db, type Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { hashToken, isToken, newToken } from "@/lib/platform/tokens";
import type { Visitor } from "@/lib/platform/visitor";
import { Prisma } from "@/prisma/generated/client";
import type { SetUpForm } from "./schema";

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
  /** Notices that were not read and still concern the person; counted up to a hundred. */
  readonly unread: number;
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
      select s.id as "sessionId", s."lastSeenAt", p.*, ${todayOf(now)} as today
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
           (select count(*)::int from (
             select from "Notice" n where n."personId" = me.id and n."readAt" is null and n."settledAt" is null limit 100) u) as unread,
           o."nameJa", o."nameEn"
      from me left join "Organisation" o on true`;
  const row = rows[0];
  return row ? toViewer(row) : null;
}

const before = (now: Date, milliseconds: number) => new Date(now.getTime() - milliseconds);

/** The day in the calendar of the person's main team. */
const todayOf = (now: Date) => Prisma.sql`(${now}::timestamptz at time zone coalesce((
  select t."timeZone" from "Membership" m join "Team" t on t.id = m."teamId"
   where m."personId" = p.id and m."toOn" is null order by m."isMain" desc, m."fromOn" desc limit 1), 'Asia/Tokyo'))::date`;

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
  const { sessionId, name, latinName, locale, keyShortcuts, purposeVersion, unread } = row;
  return {
    actor: toActor(row),
    sessionId,
    name,
    latinName,
    locale,
    keyShortcuts,
    purposeVersion,
    unread,
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

const OWNER = { id: true, email: true, name: true, latinName: true, locale: true, deactivatedAt: true } as const;

type Account = { id: string; locale: "ja" | "en"; passwordHash: string | null; isActive: boolean };

/** Who an e-mail address belongs to, for sign-in. */
export async function loadAccount(email: string, now: Date): Promise<Account | null> {
  const rows = await db().$queryRaw<Account[]>`
    select p.id, p.locale::text, c."passwordHash",
           p."deactivatedAt" is null and (p."endsOn" is null or p."endsOn" >= ${todayOf(now)}) as "isActive"
      from "Person" p left join "Credential" c on c."personId" = p.id
     where p.email = ${email}`;
  return rows[0] ?? null;
}

export const loadOwner = async (personId: string) =>
  db().person.findUniqueOrThrow({ where: { id: personId }, select: { ...OWNER, credential: true } });

/** A link that would work now, with the person it is for. */
export async function loadLink(token: string, kind: LinkKind, now: Date) {
  if (!isToken(token)) return null;
  return db().oneTimeLink.findFirst({
    where: { tokenHash: hashToken(token), kind, usedAt: null, expiresAt: { gt: now } },
    select: { id: true, expiresAt: true, person: { select: OWNER } },
  });
}

export async function loadLinkPerson(tx: Tx, personId: string): Promise<LinkPerson | null> {
  const select = { deactivatedAt: true, credential: { select: { changedAt: true } } } as const;
  const person = await tx.person.findUnique({ where: { id: personId }, select });
  return person && { isDeactivated: person.deactivatedAt !== null, hasPassword: person.credential !== null };
}

/** Uses a link up. Of any number of posts at once, one sees it unused. */
export async function spendLink(tx: Tx, token: string, kind: LinkKind, now: Date): Promise<boolean> {
  const tokenHash = hashToken(token);
  const { count } = await tx.oneTimeLink.updateMany({
    where: { tokenHash, kind, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}

type NewLink = { kind: LinkKind; personId: string | null; madeById: string | null; now: Date };

/** A new link makes those before it, for the same purpose and person, worthless. */
export async function createLink(tx: Tx, { kind, personId, madeById, now }: NewLink) {
  await tx.oneTimeLink.updateMany({ where: { kind, personId, usedAt: null }, data: { expiresAt: now } });
  const token = newToken();
  const link = { id: newId(now), tokenHash: hashToken(token), expiresAt: new Date(now.getTime() + LINK_MS[kind]) };
  await tx.oneTimeLink.create({ data: { ...link, kind, personId, madeById, madeAt: now } });
  return { linkId: link.id, token, expiresAt: link.expiresAt };
}

/** The one place where a session begins. The one held before ends; of too many, the oldest. */
export async function createSession(tx: Tx, personId: string, { now, userAgent, heldToken }: Visitor) {
  if (heldToken !== null) await tx.session.deleteMany({ where: { tokenHash: hashToken(heldToken) } });
  const others = await tx.session.findMany({
    where: { personId },
    orderBy: { createdAt: "desc" },
    select: { id: true },
  });
  const tooMany = others.slice(SESSIONS_PER_PERSON - 1).map(({ id }) => id);
  if (tooMany.length > 0) await tx.session.deleteMany({ where: { id: { in: tooMany } } });
  const token = newToken();
  const id = newId(now);
  const expiresAt = new Date(now.getTime() + ABSOLUTE_MS);
  await tx.session.create({
    data: {
      id,
      tokenHash: hashToken(token),
      personId,
      aal: 2,
      amr: ["pwd"],
      userAgent,
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
    },
  });
  return { sessionId: id, token, expiresAt };
}

export const putPassword = (tx: Tx, personId: string, passwordHash: string, now: Date) =>
  tx.credential.upsert({
    where: { personId },
    create: { personId, passwordHash, changedAt: now },
    update: { passwordHash, changedAt: now },
  });

type Founding = { form: SetUpForm; passwordHash: string; grantReason: string; now: Date };

/** The organisation, its first team, and the first person: administrator, and manager of the team. */
export async function createOrganisation(tx: Tx, { form, passwordHash, grantReason, now }: Founding) {
  const [personId, teamId] = [newId(now), newId(now)];
  const { name, reading, latinName, email, locale } = form;
  await tx.organisation.create({
    data: { id: newId(now), nameJa: form.organisationJa, nameEn: form.organisationEn, createdAt: now },
  });
  await tx.team.create({
    data: { id: teamId, code: FIRST_TEAM, nameJa: form.teamJa, nameEn: form.teamEn, createdAt: now },
  });
  await tx.teamAncestor.create({ data: { teamId, ancestorId: teamId, depth: 0 } });
  await tx.person.create({ data: { id: personId, name, reading, latinName, email, locale, createdAt: now } });
  const fromOn = toDbDay(todayIn(FIRST_ZONE, now));
  await tx.membership.create({ data: { id: newId(now), personId, teamId, isMain: true, fromOn, createdAt: now } });
  await tx.capacityGrant.createMany({
    data: [
      { id: newId(now), personId, capacity: "admin", reason: grantReason, grantedAt: now },
      { id: newId(now), personId, capacity: "manager", teamId, reason: grantReason, grantedAt: now },
    ],
  });
  await putPassword(tx, personId, passwordHash, now);
  return { personId, teamId };
}

const FIRST_TEAM = "csirt";
const FIRST_ZONE = "Asia/Tokyo";
