import "server-only";
import { latestEdition } from "@/lib/curriculum/queries";
import type { TeamRef } from "@/lib/domain/access";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { EnrolFacts, NewEnrolment, RunningEnrolment } from "@/lib/domain/enrolment";
import { standsOn } from "@/lib/domain/membership";
import { isActiveOn, mayBeEnrolled } from "@/lib/domain/person";
import type { PolicyValues } from "@/lib/domain/policy";
import { fromDbDay, toDbDay, todayIn } from "@/lib/platform/days";
import { lockPeople, type Tx } from "@/lib/platform/db";
import { openStep, refreshStanding } from "@/lib/training/facts";

type Asked = { readonly personId: string; readonly teamId: string; readonly roleGroupCode: RoleGroupCode | null };
type At = { readonly now: Date; readonly policy: (on: string) => Promise<PolicyValues> };

/** The person locked, the team kept from closing; null where one of them is not there. */
export async function loadEnrol(tx: Tx, asked: Asked, { now, policy }: At) {
  await lockPeople(tx, [asked.personId]);
  await tx.$queryRaw`select id from "Team" where id = ${asked.teamId}::uuid for share`;
  const team = await tx.team.findUnique({ where: { id: asked.teamId }, include: { ancestors: true } });
  const person = await tx.person.findUnique({ where: { id: asked.personId }, select: personColumns });
  if (!team || !person) return null;

  const today = todayIn(team.timeZone, now);
  const values = await policy(today);
  const edition = await latestEdition();
  const facts: EnrolFacts = {
    person: {
      personId: asked.personId,
      isActive: isActiveOn(activityOf(person), today),
      mayEnrol: mayBeEnrolled(person.affiliation, values),
      teams: person.memberships.filter((each) => standsOn(spanOf(each), today)).map(({ team }) => teamRef(team)),
    },
    team: { ...teamRef(team), closed: team.closedOn !== null, today },
    running: person.enrolments.map(({ roleGroupCode }) => roleGroupCode as RoleGroupCode | null),
    tracks: edition && tracksOf(edition.structure, asked.roleGroupCode),
  };
  return { facts, values, editionId: edition?.id ?? null };
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
const tracksOf = (
  structure: { roleGroups: readonly { code: string; tracks: EnrolFacts["tracks"] }[] },
  code: string | null,
) => (code === null ? [] : (structure.roleGroups.find((group) => group.code === code)?.tracks ?? null));

type Writing = {
  readonly id: string;
  readonly personId: string;
  readonly teamId: string;
  readonly editionId: string;
  readonly enrolledOn: string;
  readonly policy: PolicyValues;
  readonly by: string;
  readonly now: Date;
};

/** The enrolment, STEP 0 opened on its first day with today's values, and where it stands. */
export async function insertEnrolment(tx: Tx, { roleGroupCode, tracks }: NewEnrolment, at: Writing) {
  const { id, personId, teamId, editionId, enrolledOn, policy, by, now } = at;
  await tx.enrolment.create({
    data: {
      id,
      personId,
      teamId,
      editionId,
      roleGroupCode,
      tracks: [...tracks],
      enrolledOn: toDbDay(enrolledOn),
      createdAt: now,
      createdById: by,
    },
  });
  await openStep(tx, { enrolmentId: id, step: 0, openedOn: enrolledOn, policy, now });
  await refreshStanding(tx, id);
}

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
