import "server-only";
import type { Caller } from "@/lib/domain/access";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { type HoldablePart, type HoldToEnd, standingHold } from "@/lib/domain/hold";
import { db, lockPeople, type Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { claimWaitsForReview } from "@/lib/reviews/scope";
import { Prisma } from "@/prisma/generated/client";
import type { HeldSubject, HoldView, StandingHold } from "./schema";
import { holdOn, mentorsOf } from "./scope";

type Person = HoldView["colleagues"][number];

export type LoadedPart = HoldablePart & {
  readonly enrolmentId: string;
  readonly hold: StandingHold | null;
  /** The hold that nobody ended, whether or not it stands. */
  readonly unendedId: string | null;
  readonly mentors: readonly Person[];
};

type PartRow = {
  readonly enrolmentId: string;
  readonly traineeId: string;
  readonly roleGroupCode: RoleGroupCode | null;
  readonly teamId: string;
  readonly ancestorIds: readonly string[] | null;
  readonly mentors: readonly Person[];
  readonly waits: boolean;
  readonly hold: StandingHold | null;
};

/** Where the subject waits or waited, by kind: its enrolments, and whether it can be decided there now. */
const PARTS = {
  record: (id: string) => Prisma.sql`
    select c."enrolmentId", bool_or(${claimWaitsForReview}) as waits from "RecordClaim" c where c."recordId" = ${id}::uuid group by 1`,
  judgement: (id: string) => Prisma.sql`
    select j."enrolmentId", j."closedAt" is null as waits from "JudgementRequest" j where j.id = ${id}::uuid`,
  signOff: (id: string) => Prisma.sql`
    select q."enrolmentId", q."isOpen" and not exists (select 1 from "MentorSignature" g where g."requestId" = q.id) as waits
      from "SignOffRequest" q where q.id = ${id}::uuid`,
} as const;

/** The parts of a subject. One statement. Unscoped: the caller authorises on each. */
export async function loadParts(tx: Tx, { subject, subjectId }: HeldSubject, now: Date): Promise<LoadedPart[]> {
  const rows = await tx.$queryRaw<PartRow[]>`
    select e.id as "enrolmentId", e."personId" as "traineeId", e."roleGroupCode", e."teamId", ${mentorsOf} as mentors,
           (select array_agg(ta."ancestorId"::text) from "TeamAncestor" ta where ta."teamId" = e."teamId") as "ancestorIds",
           x.waits and e."endedOn" is null as waits, ${holdOn(subject, Prisma.sql`${subjectId}::uuid`)} as hold
      from (${PARTS[subject](subjectId)}) x join "Enrolment" e on e.id = x."enrolmentId" join "Team" t on t.id = e."teamId"
     order by e."roleGroupCode" nulls first, e.id`;
  return rows.map((row) => loadedPart(row, now));
}

function loadedPart({ hold, mentors, waits, ancestorIds, teamId, ...ref }: PartRow, now: Date): LoadedPart {
  return {
    enrolmentId: ref.enrolmentId,
    enrolment: { ...ref, team: { teamId, ancestorIds: ancestorIds ?? [] } },
    mentors,
    mentorIds: mentors.map(({ id }) => id),
    waits,
    hold: standingHold(hold, now) && hold,
    unendedId: hold?.holdId ?? null,
  };
}

/** The trainee locked first, then the parts. */
export async function loadPartsLocked(tx: Tx, held: HeldSubject, now: Date): Promise<LoadedPart[]> {
  const owner = await tx.$queryRaw<{ personId: string }[]>`
    select distinct e."personId" from (${PARTS[held.subject](held.subjectId)}) x join "Enrolment" e on e.id = x."enrolmentId"`;
  await lockPeople(
    tx,
    owner.map(({ personId }) => personId),
  );
  return loadParts(tx, held, now);
}

const COLUMN = { record: "recordId", judgement: "judgementRequestId", signOff: "signOffRequestId" } as const;
export const columnOf = ({ subject, subjectId }: HeldSubject) => ({ [COLUMN[subject]]: subjectId });

/** The actor's latest hold on the subject was given back by themselves: the press came twice. */
export async function gaveBackBefore(tx: Tx, held: HeldSubject, { actor }: Caller): Promise<boolean> {
  const where = { ...columnOf(held), holderId: actor.id };
  const latest = await tx.hold.findFirst({ where, orderBy: { takenAt: "desc" }, select: { ending: true } });
  return latest?.ending === "givenBack";
}

type NewHold = {
  readonly holderId: string;
  readonly handedById: string | null;
  readonly note: string;
  readonly hours: number;
};

/** New holds on these parts. What had not been ended there and stands no more is ended as lapsed. */
export async function insertHolds(
  tx: Tx,
  held: HeldSubject,
  parts: readonly LoadedPart[],
  { holderId, handedById, note, hours }: NewHold,
  now: Date,
) {
  const lapsed = parts.flatMap(({ hold, unendedId }) => (hold === null && unendedId !== null ? [unendedId] : []));
  if (lapsed.length > 0)
    await tx.hold.updateMany({ where: { id: { in: lapsed } }, data: { endedAt: now, ending: "lapsed" } });
  const until = new Date(now.getTime() + hours * 3_600_000);
  const rows = parts.map(({ enrolmentId }) => ({ id: newId(now), enrolmentId, ...columnOf(held) }));
  await tx.hold.createMany({ data: rows.map((row) => ({ ...row, holderId, takenAt: now, until, handedById, note })) });
  return rows.map(({ id }) => id);
}

type Ending = { readonly ending: "givenBack" | "handedOver" | "ended"; readonly reason: string | null };

export const endHolds = (tx: Tx, holdIds: readonly string[], { ending, reason }: Ending, { actor, now }: Caller) =>
  tx.hold.updateMany({
    where: { id: { in: [...holdIds] }, endedAt: null },
    data: { endedAt: now, endedById: actor.id, ending, endReason: reason },
  });

export type LoadedHold = HoldToEnd & { readonly holderId: string };

/** One hold by its id, its trainee locked. Null where there is none. */
export async function loadHoldToEnd(tx: Tx, holdId: string, now: Date): Promise<LoadedHold | null> {
  const row = await tx.hold.findUnique({ where: { id: holdId } });
  if (!row) return null;
  const held = subjectOf(row);
  const parts = await loadPartsLocked(tx, held, now);
  const part = parts.find(({ enrolmentId }) => enrolmentId === row.enrolmentId);
  if (!part) return null;
  const { endedById } = await tx.hold.findUniqueOrThrow({ where: { id: holdId }, select: { endedById: true } });
  const hold = part.hold?.holdId === holdId ? part.hold : null;
  return { enrolment: part.enrolment, hold, endedById, holderId: row.holderId };
}

type SubjectColumns = {
  readonly recordId: string | null;
  readonly judgementRequestId: string | null;
  readonly signOffRequestId: string | null;
};

function subjectOf({ recordId, judgementRequestId, signOffRequestId }: SubjectColumns): HeldSubject {
  if (recordId !== null) return { subject: "record", subjectId: recordId };
  if (judgementRequestId !== null) return { subject: "judgement", subjectId: judgementRequestId };
  return { subject: "signOff", subjectId: signOffRequestId ?? "" };
}

/** For a reader: outside any transaction. */
export const loadPartsToRead = (held: HeldSubject, now: Date) => loadParts(db(), held, now);
