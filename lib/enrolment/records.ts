import "server-only";
import { editionInForce } from "@/lib/curriculum/queries";
import type { TeamRef } from "@/lib/domain/access";
import type { PlainDay } from "@/lib/domain/calendar";
import type { EditionStructure, RoleGroupCode } from "@/lib/domain/curriculum";
import type { EnrolFacts, NewEnrolment, RunningEnrolment } from "@/lib/domain/enrolment";
import { standsOn } from "@/lib/domain/membership";
import { isActiveOn } from "@/lib/domain/person";
import type { PolicyValues } from "@/lib/domain/policy";
import { inChunks } from "@/lib/platform/chunks";
import { fromDbDay, toDbDay, todayIn } from "@/lib/platform/days";
import { db, lockPeople, type Tx } from "@/lib/platform/db";
import { findPolicyValues } from "@/lib/policy/queries";
import { openSteps, refreshStanding } from "@/lib/training/facts";

type Asked = { readonly personId: string; readonly teamId: string; readonly roleGroupCode: RoleGroupCode | null };

/** What holds whoever is enrolled. Read before the transaction, which must not wait for a second connection. */
type Ground = Pick<EnrolFacts, "edition" | "policy"> & { readonly today: PlainDay };

export async function findGround({ teamId, roleGroupCode }: Asked, now: Date): Promise<Ground> {
  const team = await db().team.findUnique({ where: { id: teamId }, select: { timeZone: true } });
  const today = todayIn(team?.timeZone ?? "UTC", now);
  const edition = await editionInForce(teamId);
  return {
    today,
    edition: { editionId: edition.editionId, tracks: tracksOf(edition.structure, roleGroupCode) },
    policy: await findPolicyValues(today),
  };
}

/** The person locked, the team kept from closing; null where one of them is not there. */
export async function loadEnrol(tx: Tx, asked: Asked, { today, edition, policy }: Ground): Promise<EnrolFacts | null> {
  await lockPeople(tx, [asked.personId]);
  await tx.$queryRaw`select id from "Team" where id = ${asked.teamId}::uuid for share`;
  const team = await tx.team.findUnique({ where: { id: asked.teamId }, include: { ancestors: true } });
  const person = await tx.person.findUnique({ where: { id: asked.personId }, select: personColumns });
  if (!team || !person) return null;
  return {
    person: {
      personId: asked.personId,
      isActive: isActiveOn(activityOf(person), today),
      affiliation: person.affiliation,
      teams: person.memberships.filter((each) => standsOn(spanOf(each), today)).map((each) => teamRef(each.team)),
    },
    team: { ...teamRef(team), closed: team.closedOn !== null, today },
    running: person.enrolments.map(({ roleGroupCode }) => roleGroupCode as RoleGroupCode | null),
    edition,
    policy,
  };
}

const personColumns = {
  affiliation: true,
  deactivatedAt: true,
  endsOn: true,
  memberships: { select: { fromOn: true, toOn: true, team: { select: { id: true, ancestors: true } } } },
  enrolments: { where: { endedOn: null }, select: { roleGroupCode: true } },
} as const;

const activityOf = (person: { deactivatedAt: Date | null; endsOn: Date | null }) => ({
  deactivated: person.deactivatedAt !== null,
  endsOn: person.endsOn && fromDbDay(person.endsOn),
});
const spanOf = (row: { fromOn: Date; toOn: Date | null }) => ({
  fromOn: fromDbDay(row.fromOn),
  toOn: row.toOn && fromDbDay(row.toOn),
});
const teamRef = (team: { id: string; ancestors: readonly { ancestorId: string }[] }): TeamRef => ({
  teamId: team.id,
  ancestorIds: team.ancestors.map(({ ancestorId }) => ancestorId),
});
const tracksOf = ({ roleGroups }: Pick<EditionStructure, "roleGroups">, code: RoleGroupCode | null) =>
  roleGroups.find((group) => group.code === code)?.tracks ?? [];

type Writing = {
  readonly personId: string;
  readonly teamId: string;
  readonly editionId: string;
  readonly enrolledOn: string;
  readonly policy: PolicyValues;
  readonly by: string;
  readonly now: Date;
};

/** The enrolment, STEP 0 opened on its first day with today's values, and where it stands. */
export async function insertEnrolment(tx: Tx, id: string, { roleGroupCode, tracks }: NewEnrolment, at: Writing) {
  const { enrolledOn, policy, by, now, ...where } = at;
  const made = { createdAt: now, createdById: by };
  await tx.enrolment.create({
    data: { id, ...where, roleGroupCode, tracks: [...tracks], enrolledOn: toDbDay(enrolledOn), ...made },
  });
  await openSteps(tx, [{ enrolmentId: id, step: 0, openedOn: enrolledOn, policy }], now);
  await refreshStanding(tx, id);
}

type Bulk = {
  readonly personId: string;
  readonly teamId: string;
  readonly editionId: string;
  readonly enrolledOn: string;
  readonly enrolments: readonly (NewEnrolment & { readonly id: string })[];
};

/** The same in bulk: where a new enrolment stands is known without asking the facts, as there are none. */
export async function insertEnrolments(
  tx: Tx,
  bulk: readonly Bulk[],
  { policy, by, now }: Pick<Writing, "policy" | "by" | "now">,
) {
  const rows = bulk.flatMap(rowsOf);
  const made = { createdAt: now, createdById: by };
  await inChunks(rows, (chunk) => tx.enrolment.createMany({ data: chunk.map((row) => ({ ...row, ...made })) }));
  const ids = rows.map(({ id }) => id);
  await tx.$executeRaw`
    insert into "StepOpened" ("enrolmentId", step, "openedOn", "openedAt", "policyValues")
    select id, 0, "enrolledOn", ${now}, ${JSON.stringify(policy)}::jsonb from "Enrolment" where id = any(${ids}::uuid[])`;
  await tx.$executeRaw`
    insert into "PersonStanding" ("enrolmentId", "personId", "teamId", "roleGroupCode", "openStep")
    select id, "personId", "teamId", "roleGroupCode", 0 from "Enrolment" where id = any(${ids}::uuid[])`;
}

const rowsOf = ({ enrolments, enrolledOn, ...shared }: Bulk) =>
  enrolments.map(({ id, roleGroupCode, tracks }) => ({
    ...shared,
    id,
    roleGroupCode,
    tracks: [...tracks],
    enrolledOn: toDbDay(enrolledOn),
  }));

/** The trainee locked. */
export async function loadRunning(tx: Tx, enrolmentId: string, now: Date): Promise<RunningEnrolment | null> {
  const found = await tx.enrolment.findUnique({ where: { id: enrolmentId }, select: { personId: true } });
  if (!found) return null;
  await lockPeople(tx, [found.personId]);
  const row = await tx.enrolment.findUniqueOrThrow({
    where: { id: enrolmentId },
    include: { team: { include: { ancestors: true } } },
  });
  const others = { personId: row.personId, endedOn: null, id: { not: enrolmentId } };
  return {
    ref: {
      enrolmentId,
      traineeId: row.personId,
      roleGroupCode: row.roleGroupCode as RoleGroupCode | null,
      team: teamRef(row.team),
    },
    enrolledOn: fromDbDay(row.enrolledOn),
    endedOn: row.endedOn && fromDbDay(row.endedOn),
    today: todayIn(row.team.timeZone, now),
    othersRunning: await tx.enrolment.count({ where: others }),
  };
}
