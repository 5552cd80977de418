import type { RoleGroupCode, Track } from "@/lib/domain/curriculum";
import { toDbDay } from "@/lib/platform/days";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";

/** Builders of a true and valid world: a test says only what it is about. */

/** Everything that the builders write was there since this instant. */
export const FOUNDED = new Date("2024-04-01T00:00:00.000Z");
export const FOUNDED_ON = "2024-04-01";

let made = 0;
const next = () => {
  made += 1;
  return made;
};

export async function anOrganisation(names: { nameJa?: string; nameEn?: string } = {}) {
  const id = newId();
  const { nameJa = "あおば製作所", nameEn = "Aoba Manufacturing" } = names;
  await db().organisation.create({ data: { id, nameJa, nameEn, createdAt: FOUNDED } });
  return id;
}

export type TeamMade = { id: string; code: string };
type TeamWish = {
  code?: string;
  nameJa?: string;
  nameEn?: string;
  parent?: TeamMade;
  timeZone?: string;
  fiscalYearStartMonth?: number;
  closedOn?: string;
};

/** A team with its rows in the closure table. */
export async function aTeam({ parent, closedOn, ...wish }: TeamWish = {}): Promise<TeamMade> {
  const id = newId();
  const code = wish.code ?? `team-${next()}`;
  await db().team.create({
    data: {
      nameJa: code,
      nameEn: code,
      ...wish,
      id,
      code,
      parentId: parent?.id ?? null,
      createdAt: FOUNDED,
      closedOn: closedOn === undefined ? null : toDbDay(closedOn),
    },
  });
  await db().$executeRaw`
    insert into "TeamAncestor" ("teamId", "ancestorId", depth)
    select ${id}::uuid, ${id}::uuid, 0
    union all select ${id}::uuid, "ancestorId", depth + 1 from "TeamAncestor" where "teamId" = ${parent?.id ?? null}::uuid`;
  return { id, code };
}

export type PersonMade = { id: string; name: string; email: string };
type PersonWish = {
  name?: string;
  reading?: string;
  latinName?: string;
  email?: string;
  employeeNumber?: string;
  locale?: "ja" | "en";
  affiliation?: "own" | "seconded" | "dispatched" | "contractor";
  endsOn?: string;
  deactivatedAt?: Date;
};

export async function aPerson({ endsOn, ...wish }: PersonWish = {}): Promise<PersonMade> {
  const id = newId();
  const number = next();
  const name = wish.name ?? `社員 ${number}`;
  const email = wish.email ?? `person-${number}@aoba.example`;
  await db().person.create({
    data: {
      reading: "しゃいん",
      latinName: `Person ${number}`,
      ...wish,
      id,
      name,
      email,
      endsOn: endsOn === undefined ? null : toDbDay(endsOn),
      createdAt: FOUNDED,
    },
  });
  return { id, name, email };
}

type Ref = { readonly id: string };

export async function aMembership(
  person: Ref,
  team: Ref,
  { isMain = true, fromOn = FOUNDED_ON, toOn }: { isMain?: boolean; fromOn?: string; toOn?: string } = {},
) {
  const id = newId();
  const days = { fromOn: toDbDay(fromOn), toOn: toOn === undefined ? null : toDbDay(toOn) };
  await db().membership.create({
    data: { id, personId: person.id, teamId: team.id, isMain, ...days, createdAt: FOUNDED },
  });
  return { id };
}

/** A manager holds a team; administrators and auditors hold the organisation. */
export async function aGrant(person: Ref, capacity: "manager" | "admin" | "auditor", team?: Ref) {
  const id = newId();
  await db().capacityGrant.create({
    data: { id, personId: person.id, capacity, teamId: team?.id ?? null, reason: "設立時の任命", grantedAt: FOUNDED },
  });
  return { id };
}

/** Without a team: the whole organisation. */
export async function aMentorship(person: Ref, roleGroupCode: RoleGroupCode, team?: Ref) {
  const id = newId();
  await db().mentorship.create({
    data: {
      id,
      personId: person.id,
      roleGroupCode,
      teamId: team?.id ?? null,
      basis: "appointment",
      reason: "実務経験10年",
      fromOn: toDbDay(FOUNDED_ON),
      appointedAt: FOUNDED,
    },
  });
  return { id };
}

type AppointmentWish = { kind: "countersigner" | "reviewer"; roleGroupCode?: RoleGroupCode; by: Ref };

export async function anAppointment(person: Ref, team: Ref, { kind, roleGroupCode, by }: AppointmentWish) {
  const id = newId();
  await db().appointment.create({
    data: {
      id,
      personId: person.id,
      kind,
      teamId: team.id,
      roleGroupCode: roleGroupCode ?? null,
      reason: "部門長",
      fromOn: toDbDay(FOUNDED_ON),
      appointedById: by.id,
      appointedAt: FOUNDED,
    },
  });
  return { id };
}

/** The curriculum that is loaded, without anybody's own items; with a structure, an older edition made of it. */
export async function anEdition(structure?: object): Promise<Ref> {
  if (!structure) {
    const order = [{ loadedAt: "desc" }, { id: "desc" }] as const;
    const where = { baseId: null };
    return db().curriculumEdition.findFirstOrThrow({ where, orderBy: [...order], select: { id: true } });
  }
  const id = newId();
  await db().curriculumEdition.create({ data: { id, digest: `test-${id}`, structure, loadedAt: FOUNDED } });
  return { id };
}

type EnrolmentWish = {
  /** Left out: basic education. */
  roleGroupCode?: RoleGroupCode;
  tracks?: Track[];
  enrolledOn?: string;
  endedOn?: string;
  edition: Ref;
  by?: Ref;
};

/** An enrolment just made: STEP 0 open since that day, nothing done yet. */
export async function anEnrolment(person: Ref, team: Ref, wish: EnrolmentWish) {
  const { roleGroupCode = null, tracks = [], enrolledOn = FOUNDED_ON, endedOn, edition, by = person } = wish;
  const id = newId();
  const day = toDbDay(enrolledOn);
  await db().enrolment.create({
    data: {
      id,
      personId: person.id,
      teamId: team.id,
      roleGroupCode,
      tracks,
      editionId: edition.id,
      enrolledOn: day,
      createdAt: FOUNDED,
      createdById: by.id,
      ...(endedOn !== undefined && { endedOn: toDbDay(endedOn), endReason: "異動", endedById: by.id }),
      opened: { create: { step: 0, openedOn: day, openedAt: FOUNDED, policyValues: {} } },
      standing: { create: { personId: person.id, teamId: team.id, roleGroupCode, openStep: 0 } },
    },
  });
  return { id };
}
