import "server-only";
import { type Actor, canCountersign, manages, reviewQuality } from "@/lib/domain/access";
import { flagOf } from "@/lib/domain/policy";
import type { StepNumber } from "@/lib/domain/proficiency";
import { findUsualHours } from "@/lib/queue/queries";
import { measureStep } from "@/lib/training/facts";
import { listTraining } from "@/lib/training/queries";
import { loadStepActs } from "./records";
import type { StepSheet } from "./schema";

type Key = { readonly personId: string; readonly enrolmentId: string; readonly step: StepNumber };

/** One STEP with what its sign-off is decided on. Null where there is none, or it is not the reader's to see. Four statements. */
export async function findStepSheet(
  actor: Actor,
  { personId, enrolmentId, step }: Key,
  now: Date,
): Promise<StepSheet | null> {
  if (personId === actor.id) return null;
  const enrolments = await listTraining(actor, personId, now);
  const enrolment = enrolments.find(({ training }) => training.ref.enrolmentId === enrolmentId);
  if (!enrolment?.states.some((state) => state.step === step)) return null;
  const { training } = enrolment;
  const measured = measureStep(training, step, enrolment.measure);
  const acts = await loadStepActs(enrolmentId, step);
  const [latest] = acts.requests;
  const kind = latest?.signature ? "countersign" : "signOff";
  return {
    trainee: training.trainee,
    enrolment,
    basic: enrolments.find(({ training: { ref } }) => ref.roleGroupCode === null) ?? null,
    measured,
    ...acts,
    isCountersigned: flagOf(`platform.countersign.step${step}`, step === 3, measured.policy),
    usualHours: await findUsualHours(actor, kind, now),
    reader: {
      quality: reviewQuality(actor, training.ref, { hasOtherMentor: training.mentors.length > 0 }),
      mayCountersign: canCountersign(actor, training.ref),
      hasSigned: latest?.signature?.by.id === actor.id,
      mayRevoke: manages(actor, training.ref),
    },
  };
}
