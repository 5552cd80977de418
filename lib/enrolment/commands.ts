import "server-only";
import type { Caller } from "@/lib/domain/access";
import type { PlainDay } from "@/lib/domain/calendar";
import { endEnrolment as decideEnd, type EnrolmentDecision, enrol, type NewEnrolment } from "@/lib/domain/enrolment";
import type { PolicyValues } from "@/lib/domain/policy";
import { accept, refuse } from "@/lib/domain/result";
import { recordEvent, recordEvents } from "@/lib/platform/audit";
import { toDbDay } from "@/lib/platform/days";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { refreshStanding } from "@/lib/training/facts";
import { findGround, insertEnrolment, insertEnrolments, loadEnrol, loadRunning } from "./records";
import type { EnrolmentEnd, NewEnrolmentForm } from "./schema";

type Enrolled = { personId: string; enrolmentId: string };

/** Enrolling in a role group also enrols in basic education, once per person. */
export async function enrolPerson(input: NewEnrolmentForm, { actor, now }: Caller) {
  const { onceKey: enrolmentId, personId, roleGroup: roleGroupCode, teamId, enrolledOn } = input;
  const asked = { personId, teamId, roleGroupCode };
  const ground = await findGround(asked, now);
  return inTransaction<EnrolmentDecision<Enrolled>>(
    async (tx) => {
      const facts = await loadEnrol(tx, asked, ground);
      if (await enrolledBefore(tx, input, actor.id)) return accept({ personId, enrolmentId });
      const decision = enrol({ ...input, roleGroupCode }, facts, actor);
      if (!decision.ok) return decision;

      const { editionId, policy, enrolments } = decision.value;
      const at = { personId, teamId, enrolledOn, editionId, policy, by: actor.id, now };
      const named = enrolments.map((made) => ({
        made,
        id: made.roleGroupCode === roleGroupCode ? enrolmentId : newId(now),
      }));
      for (const { id, made } of named) await insertEnrolment(tx, id, made, at);
      const body = { enrolmentIds: named.map(({ id }) => id), roleGroupCode, tracks: input.tracks, teamId, enrolledOn };
      await recordEvent(tx, { action: "PersonEnrolled", actorId: actor.id, subjectId: personId, body });
      return accept({ personId, enrolmentId });
    },
    { onDuplicate: () => refuse({ code: "AlreadyEnrolled" }) },
  );
}

/** The form's key is the enrolment's id: the same form sent twice is one enrolment. */
const enrolledBefore = async (tx: Tx, { onceKey, personId }: NewEnrolmentForm, actorId: string) =>
  (await tx.enrolment.count({ where: { id: onceKey, personId, createdById: actorId } })) > 0;

/** What was recorded stays; requests that wait for a decision are withdrawn. */
export const endEnrolment = ({ enrolmentId, endedOn, reason }: EnrolmentEnd, { actor, now }: Caller) =>
  inTransaction<EnrolmentDecision<Enrolled>>(async (tx) => {
    const running = await loadRunning(tx, enrolmentId, now);
    const decision = decideEnd(running, endedOn, actor);
    if (!decision.ok) return decision;

    const { traineeId: personId } = decision.value;
    const ended = { endedOn: toDbDay(endedOn), endReason: reason, endedById: actor.id };
    await tx.enrolment.update({ where: { id: enrolmentId }, data: ended });
    const waiting = await tx.signOffRequest.findMany({ where: { enrolmentId, outcome: null }, select: { id: true } });
    const outcome = { kind: "withdrawn", decidedById: actor.id, decidedAt: now, comment: "" } as const;
    await tx.requestOutcome.createMany({ data: waiting.map(({ id }) => ({ requestId: id, ...outcome })) });
    await refreshStanding(tx, enrolmentId);
    const body = { enrolmentId, endedOn, withdrawnRequests: waiting.map(({ id }) => id) };
    await recordEvent(tx, { action: "EnrolmentEnded", actorId: actor.id, subjectId: personId, body });
    return accept({ personId, enrolmentId });
  });

/** What a line of a CSV file enrols, decided before. */
export type EnrolmentWriting = {
  readonly personId: string;
  readonly teamId: string;
  readonly enrolledOn: PlainDay;
  readonly editionId: string;
  readonly enrolments: readonly NewEnrolment[];
};

/** Within the caller's transaction, for the CSV import: in bulk, with an event for each line. */
export async function writeEnrolments(
  tx: Tx,
  writings: readonly EnrolmentWriting[],
  { policy, actor, now }: Caller & { readonly policy: PolicyValues },
) {
  const named = writings.map((writing) => ({
    ...writing,
    enrolments: writing.enrolments.map((enrolment) => ({ ...enrolment, id: newId(now) })),
  }));
  await insertEnrolments(tx, named, { policy, by: actor.id, now });
  await recordEvents(
    tx,
    named.map(({ personId, teamId, enrolledOn, enrolments }) => {
      const asked = enrolments.at(-1);
      const enrolmentIds = enrolments.map(({ id }) => id);
      const what = { roleGroupCode: asked?.roleGroupCode ?? null, tracks: asked?.tracks ?? [] };
      const body = { enrolmentIds, ...what, teamId, enrolledOn };
      return { action: "PersonEnrolled", actorId: actor.id, subjectId: personId, body };
    }),
  );
}
