import type { OwnProgress, OwnStep } from "@/components/curriculum/own-progress";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { CriterionProgress, Progress } from "@/lib/domain/progress";
import type { EnrolmentView } from "@/lib/training/queries";

/** Where the reader stands in a role group; null for who is not enrolled in it. */
export function ownProgressOf(enrolments: readonly EnrolmentView[], roleGroup: RoleGroupCode): OwnProgress | null {
  const enrolment = enrolments.find(({ training }) => training.ref.roleGroupCode === roleGroup);
  if (!enrolment) return null;
  const criteria = enrolment.measured.flatMap(({ progress }) => progress?.criteria ?? []);
  return {
    steps: { 1: stepOf(enrolment, 1), 2: stepOf(enrolment, 2), 3: stepOf(enrolment, 3) },
    met: new Set([...completedCriteria(enrolment), ...criteria.filter(({ met }) => met).map(codeOf)]),
    subCases: new Map(criteria.flatMap(drilled)),
    href: `/my-training/${enrolment.training.ref.enrolmentId}/${enrolment.openStep ?? 3}`,
  };
}

const codeOf = ({ criterionCode }: CriterionProgress) => criterionCode;

function stepOf({ states }: EnrolmentView, step: 1 | 2 | 3): OwnStep {
  const found = states.find((each) => each.step === step);
  return { state: found?.state ?? "later", on: found?.completion?.on ?? null };
}

/** What was signed off stands as met. */
const completedCriteria = ({ states, curriculum, training: { ref, tracks } }: EnrolmentView) =>
  states
    .filter(({ state }) => state === "signedOff" || state === "recognised")
    .flatMap(({ step }) => curriculum.criteriaOf(ref.roleGroupCode, step, tracks).map(({ code }) => code));

const drilled = (progress: Progress): [string, "verified" | "waiting"][] =>
  progress.kind === "caseDrill"
    ? progress.slots.flatMap(({ code, state }): [string, "verified" | "waiting"][] =>
        code !== undefined && (state === "verified" || state === "waiting") ? [[code, state]] : [],
      )
    : [];
