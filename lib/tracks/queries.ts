import "server-only";
import { curriculumFor } from "@/lib/curriculum/queries";
import { type Actor, manages } from "@/lib/domain/access";
import { standingOf } from "@/lib/domain/standing";
import { db } from "@/lib/platform/db";
import { findPolicyValues } from "@/lib/policy/queries";
import { loadTraining, measureStep, ofEnrolment, todayOf } from "@/lib/training/facts";

/** One enrolment with what each track asks for in the open STEP, measured; null where it is not the actor's or has no tracks. */
export async function findTracks(actor: Actor, enrolmentId: string, now: Date) {
  const [training] = await loadTraining(db(), ofEnrolment(enrolmentId));
  if (!training || training.endedOn !== null || !manages(actor, training.ref)) return null;
  const { roleGroupCode } = training.ref;
  const curriculum = await curriculumFor(training.editionId);
  const known = roleGroupCode === null ? [] : curriculum.roleGroup(roleGroupCode).tracks;
  if (roleGroupCode === null || known.length === 0) return null;
  const completedSteps = training.completions.map(({ step }) => step);
  const { openStep } = standingOf({ roleGroupCode, completedSteps, lastVerifiedOn: null });
  const policyToday = await findPolicyValues(todayOf(training, now));
  const whole = { ...training, tracks: known };
  const measured =
    openStep === null ? null : measureStep(whole, openStep, { curriculum, policyToday, basicCompleted: true, now });
  const criteria = (measured?.progress?.criteria ?? []).flatMap(({ criterionCode, met, have, need }) => {
    const track = curriculum.criterion(criterionCode)?.track;
    return track === undefined ? [] : [{ criterionCode, met, have, need, track }];
  });
  const { trainee, tracks } = training;
  return { trainee, roleGroupCode, known, tracks, openStep, criteria };
}
