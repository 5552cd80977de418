import type { StepNumber } from "@/lib/domain/proficiency";
import type { CriterionToJudge, StepToAsk, TaskToMark } from "@/lib/domain/request";
import { type EnrolmentTraining, type Measure, measureStep, todayOf } from "./facts";

/** The trainee's own running enrolments, each with what it is measured by: what commands decide on. */
export type OwnTraining = readonly { readonly training: EnrolmentTraining; readonly measure: Measure }[];

const find = (own: OwnTraining, enrolmentId: string) =>
  own.find(({ training }) => training.ref.enrolmentId === enrolmentId);

const isCompleted = ({ completions }: EnrolmentTraining, step: StepNumber) =>
  completions.some((completion) => completion.step === step);

export function stepToAsk(own: OwnTraining, enrolmentId: string, step: StepNumber): StepToAsk | null {
  const found = find(own, enrolmentId);
  if (!found || (found.training.ref.roleGroupCode === null && step > 0)) return null;
  const { training, measure } = found;
  const { earlierOpen, progress, topics } = measureStep(training, step, measure);
  const unmet = progress?.criteria.filter(({ met }) => !met).map(({ criterionCode }) => criterionCode);
  return {
    step,
    completed: isCompleted(training, step),
    earlierOpen: earlierOpen[0] ?? null,
    unmet: unmet ?? topics?.open ?? [],
    openRequestId: training.openRequest?.step === step ? training.openRequest.id : null,
  };
}

export function criterionToJudge(own: OwnTraining, enrolmentId: string, code: string): CriterionToJudge | null {
  const found = find(own, enrolmentId);
  const step = found?.measure.curriculum.criterion(code)?.step;
  if (!found || step === undefined) return null;
  const { training, measure } = found;
  const { curriculum } = measure;
  const criterion = curriculum
    .criteriaOf(training.ref.roleGroupCode, step, training.tracks)
    .find((each) => each.code === code);
  if (!criterion) return null;
  const progress = measureStep(training, step, measure).progress?.criteria;
  return {
    step,
    stepCompleted: isCompleted(training, step),
    rule: criterion.rule,
    met: progress?.find(({ criterionCode }) => criterionCode === code)?.met ?? false,
    openRequestId: training.judgementRequests.find(({ criterionCode }) => criterionCode === code)?.id ?? null,
  };
}

export function taskToMark(own: OwnTraining, enrolmentId: string, taskCode: string): TaskToMark | null {
  const found = find(own, enrolmentId);
  const step = found && stepOfTask(found, taskCode);
  if (!found || step === undefined) return null;
  const { training, measure } = found;
  return {
    step,
    stepCompleted: isCompleted(training, step),
    isTopic: step === 0,
    done: training.topicsDone.some(({ code }) => code === taskCode),
    today: todayOf(training, measure.now),
  };
}

/** Topics belong to STEP 0, learning tasks to STEP1–3. */
function stepOfTask({ training, measure }: OwnTraining[number], taskCode: string): StepNumber | undefined {
  const { curriculum } = measure;
  const { roleGroupCode } = training.ref;
  if (curriculum.topicsOf(roleGroupCode).includes(taskCode)) return 0;
  if (roleGroupCode === null) return undefined;
  return ([1, 2, 3] as const).find((step) =>
    curriculum.tasksOf(roleGroupCode, step, training.tracks).includes(taskCode),
  );
}
