import "server-only";
import { curriculumFor } from "@/lib/curriculum/queries";
import type { Curriculum } from "@/lib/curriculum/schema";
import { type Actor, canViewEnrolment, reviewQuality } from "@/lib/domain/access";
import type { TeamCalendar } from "@/lib/domain/calendar";
import type { PolicyValues } from "@/lib/domain/policy";
import type { StepNumber } from "@/lib/domain/proficiency";
import type { ReviewQuality } from "@/lib/domain/verification";
import { db } from "@/lib/platform/db";
import { anyId } from "@/lib/platform/sql";
import { findPolicyValues, policyDefinitions } from "@/lib/policy/queries";
import { calendarOf, type EnrolmentTraining, loadTraining, policyFor, todayOf } from "@/lib/training/facts";
import { Prisma } from "@/prisma/generated/client";

/** One enrolment of which something is reviewed. */
export type EnrolmentUnderReview = {
  readonly training: EnrolmentTraining;
  readonly curriculum: Curriculum;
  readonly calendar: TeamCalendar;
  readonly policyFor: (step: StepNumber) => PolicyValues;
  /** In which quality the reader decides; null where they only look. */
  readonly quality: ReviewQuality | null;
};

type Wanted = { readonly enrolmentIds: readonly string[]; readonly criterionCodes: readonly string[] };

/**
 * Of these enrolments those that the actor may see, with what the criteria are measured by. Two statements, and a third only
 * where the STEP of one of the criteria has not opened.
 */
export async function listUnderReview(
  actor: Actor,
  { enrolmentIds, criterionCodes }: Wanted,
  now: Date,
): Promise<readonly EnrolmentUnderReview[]> {
  const all = await loadTraining(db(), Prisma.sql`e."endedOn" is null and e.id = ${anyId(enrolmentIds)}`, actor.id);
  const visible = all.filter(({ ref }) => ref.traineeId !== actor.id && canViewEnrolment(actor, ref));
  const curricula = await Promise.all(visible.map(({ editionId }) => curriculumFor(editionId)));
  const placed = visible.flatMap((training, place) => {
    const curriculum = curricula[place];
    return curriculum ? [{ training, curriculum }] : [];
  });
  const isAhead = placed.some((each) => criterionCodes.some((code) => !hasOpened(each, code)));
  const [first] = visible;
  const policyToday = first && isAhead ? await findPolicyValues(todayOf(first, now)) : await ourDefaults();
  return placed.map(({ training, curriculum }) => ({
    training,
    curriculum,
    calendar: calendarOf(training.team, now),
    policyFor: (step) => policyFor(training, step, policyToday),
    quality: reviewQuality(actor, training.ref, { hasOtherMentor: training.mentors.length > 0 }),
  }));
}

/** A code of another role group, or of none, asks for no values here. */
function hasOpened({ training, curriculum }: Pick<EnrolmentUnderReview, "training" | "curriculum">, code: string) {
  const criterion = curriculum.criterion(code);
  if (!criterion || criterion.roleGroup !== training.ref.roleGroupCode) return true;
  return training.opened.some(({ step }) => step === criterion.step);
}

/** What stands behind the values of an opened STEP, which has all of its own. */
const ourDefaults = async (): Promise<PolicyValues> =>
  Object.fromEntries((await policyDefinitions()).map((definition) => [definition.code, definition.default]));
