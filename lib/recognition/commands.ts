import "server-only";
import type { Caller } from "@/lib/domain/access";
import { tellRecognition } from "@/lib/domain/chronicle";
import { recognise as decide, type RecognitionRefusal } from "@/lib/domain/recognition";
import type { Decision } from "@/lib/domain/result";
import { accept, refuse } from "@/lib/domain/result";
import { recordEvents } from "@/lib/platform/audit";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { findPolicyValues } from "@/lib/policy/queries";
import { openSteps, refreshStandings } from "@/lib/training/facts";
import { insertRecognitions, loadRecognition, type RecognitionWriting } from "./records";
import type { RecognitionForm } from "./schema";

export type RecognitionDecision = Decision<{ personId: string; recognised: number }, RecognitionRefusal>;

/** Grants the STEP and what it rests on, opens what comes next, and says so in the audit. */
export const recogniseSteps = (input: RecognitionForm, caller: Caller) =>
  inTransaction<RecognitionDecision>(
    async (tx) => {
      const facts = await loadRecognition(tx, input.enrolmentId, caller.now);
      const decision = decide(input, facts, caller.actor);
      if (!decision.ok) return decision;
      if (!facts) return refuse({ code: "NotFound" });

      const personId = facts.enrolment.ref.traineeId;
      await writeRecognitions(tx, [{ ...input, personId, recognised: decision.value }], caller);
      return accept({ personId, recognised: decision.value.length });
    },
    { onDuplicate: () => refuse({ code: "StepAlreadySignedOff" }) },
  );

/** What was decided, within the caller's transaction: a few statements for a form as for a whole CSV file, an event for each act. */
export async function writeRecognitions(tx: Tx, acts: readonly RecognitionWriting[], { actor, now }: Caller) {
  const written = await insertRecognitions(tx, acts, { by: actor.id, now });
  await openSteps(tx, await openings(tx, acts), now);
  await refreshStandings(tx, [
    ...new Set(acts.flatMap(({ recognised }) => recognised.map((each) => each.enrolmentId))),
  ]);
  await recordEvents(
    tx,
    acts.map(({ personId: subjectId, enrolmentId, recognisedOn }, at) => {
      const body = { enrolmentId, recognisedOn, recognised: (written[at] ?? []).map(tellRecognition) };
      return { action: "StepsRecognised", actorId: actor.id, subjectId, body };
    }),
  );
}

/** A STEP opens on the day of the recognition, with the values of that day: asked once for each day. */
async function openings(tx: Tx, acts: readonly RecognitionWriting[]) {
  const policyOn = new Map<string, Awaited<ReturnType<typeof findPolicyValues>>>();
  for (const { recognisedOn } of acts) {
    if (!policyOn.has(recognisedOn)) policyOn.set(recognisedOn, await findPolicyValues(recognisedOn, tx));
  }
  return acts.flatMap(({ recognised, recognisedOn: openedOn }) => {
    const policy = policyOn.get(openedOn) ?? {};
    return recognised.flatMap(({ enrolmentId, opens }) =>
      opens === null ? [] : [{ enrolmentId, step: opens, openedOn, policy }],
    );
  });
}
