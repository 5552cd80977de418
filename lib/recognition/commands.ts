import "server-only";
import type { Caller } from "@/lib/domain/access";
import { recognise as decide, type RecognitionRefusal, stepAfter } from "@/lib/domain/recognition";
import type { Decision } from "@/lib/domain/result";
import { accept, refuse } from "@/lib/domain/result";
import { recordEvent } from "@/lib/platform/audit";
import { toDbDay } from "@/lib/platform/days";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { findPolicyValues } from "@/lib/policy/queries";
import { openStep, refreshStanding } from "@/lib/training/facts";
import { loadRecognition, type RecognitionRow } from "./records";
import type { RecognitionForm } from "./schema";

export type RecognitionDecision = Decision<{ personId: string; recognised: number }, RecognitionRefusal>;

/** One transaction of its own; the CSV import uses `recogniseIn` within its own. */
export const recogniseSteps = (input: RecognitionForm, caller: Caller) =>
  inTransaction<RecognitionDecision>((tx) => recogniseIn(tx, input, caller), {
    onDuplicate: () => refuse({ code: "StepAlreadySignedOff" }),
  });

/** Grants the STEP and what it rests on, opens what comes next, and says so in the audit. */
export async function recogniseIn(
  tx: Tx,
  input: RecognitionForm,
  { actor, now }: Caller,
): Promise<RecognitionDecision> {
  const loaded = await loadRecognition(tx, input.enrolmentId, now);
  const decision = decide(input, loaded?.facts ?? null, actor);
  if (!decision.ok) return decision;
  if (!loaded) return refuse({ code: "NotFound" });

  const policy = await findPolicyValues(input.recognisedOn, tx);
  for (const { enrolmentId, step } of decision.value) {
    const row = loaded.rows.find(({ ref }) => ref.enrolmentId === enrolmentId);
    if (!row) continue;
    await writeRecognition(tx, row, { ...input, step, by: actor.id, now });
    const next = stepAfter(row.ref, step);
    if (next !== null) await openStep(tx, { enrolmentId, step: next, openedOn: input.recognisedOn, policy, now });
    await refreshStanding(tx, enrolmentId);
  }
  const personId = loaded.facts.enrolment.ref.traineeId;
  const body = {
    enrolmentId: input.enrolmentId,
    recognisedOn: input.recognisedOn,
    steps: decision.value.map(({ step }) => step),
  };
  await recordEvent(tx, { action: "StepsRecognised", actorId: actor.id, subjectId: personId, body });
  return accept({ personId, recognised: decision.value.length });
}

type Writing = RecognitionForm & { by: string; now: Date };

const writeRecognition = (tx: Tx, row: RecognitionRow, { step, recognisedOn, reason, by, now }: Writing) =>
  tx.recognition.create({
    data: {
      id: newId(now),
      enrolmentId: row.ref.enrolmentId,
      step,
      attempt: row.revokedBefore.filter((revoked) => revoked === step).length,
      traineeId: row.ref.traineeId,
      recognisedById: by,
      recognisedOn: toDbDay(recognisedOn),
      recognisedAt: now,
      reason,
    },
  });
