import "server-only";
import type { Caller } from "@/lib/domain/access";
import { endEnrolment as decideEnd, type EnrolmentDecision, enrol } from "@/lib/domain/enrolment";
import { accept, refuse } from "@/lib/domain/result";
import { recordEvent } from "@/lib/platform/audit";
import { toDbDay } from "@/lib/platform/days";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { findPolicyValues } from "@/lib/policy/queries";
import { insertEnrolment, loadEnrol, loadRunning } from "./records";
import type { EnrolmentEnd, NewEnrolmentForm } from "./schema";

type Enrolled = { personId: string; enrolmentId: string };

/** Enrolling in a role group also enrols in basic education, once per person. */
export const enrolPerson = (input: NewEnrolmentForm, { actor, now }: Caller) =>
  inTransaction<EnrolmentDecision<Enrolled>>(
    async (tx) => {
      const { onceKey, personId, roleGroup: roleGroupCode, teamId, enrolledOn } = input;
      const loaded = await loadEnrol(tx, { personId, teamId, roleGroupCode }, { now, policy: findPolicyValues });
      if (await enrolledBefore(tx, input, actor.id)) return accept({ personId, enrolmentId: onceKey });
      const decision = enrol({ ...input, roleGroupCode }, loaded?.facts ?? null, actor);
      if (!decision.ok) return decision;
      if (!loaded?.editionId) return refuse({ code: "CurriculumNotLoaded" });

      const at = {
        personId,
        teamId,
        enrolledOn,
        editionId: loaded.editionId,
        policy: loaded.values,
        by: actor.id,
        now,
      };
      const ids: string[] = [];
      for (const made of decision.value) {
        const id = made.roleGroupCode === roleGroupCode ? onceKey : newId(now);
        await insertEnrolment(tx, made, { id, ...at });
        ids.push(id);
      }
      const body = { enrolmentIds: ids, roleGroupCode, tracks: input.tracks, teamId, enrolledOn };
      await recordEvent(tx, { action: "PersonEnrolled", actorId: actor.id, subjectId: personId, body });
      return accept({ personId, enrolmentId: onceKey });
    },
    { onDuplicate: () => refuse({ code: "AlreadyEnrolled" }) },
  );

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
    const body = { enrolmentId, endedOn, withdrawnRequests: waiting.length };
    await recordEvent(tx, { action: "EnrolmentEnded", actorId: actor.id, subjectId: personId, body });
    return accept({ personId, enrolmentId });
  });
