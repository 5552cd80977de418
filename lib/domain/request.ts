import { attestRuleIn } from "./attestation";
import type { PlainDay } from "./calendar";
import type { StepNumber } from "./proficiency";
import { accept, type Decision, refuse } from "./result";
import type { CriterionRule } from "./rule";

/** What a trainee asks of others, always of an own enrolment that runs: a STEP signed off, a criterion judged, an answer read. */

/** The STEP of an own enrolment as the request sees it, inside the transaction. */
export type StepToAsk = {
  readonly step: StepNumber;
  readonly completed: boolean;
  /** The earliest STEP before this one that is not completed; null if there is none. */
  readonly earlierOpen: StepNumber | "basic" | null;
  /** Criteria that are not met, an open remark included; for STEP 0 topics not done. */
  readonly unmet: readonly string[];
  readonly openRequestId: string | null;
};

export type RequestRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "StepCompleted"; readonly step: StepNumber }
  | { readonly code: "EarlierStepOpen"; readonly step: string }
  | { readonly code: "NotYetMet"; readonly count: number; readonly kind: "topics" | "criteria" }
  | { readonly code: "RequestClosed" };

/** Asks for the STEP to be signed off. Asking again while a request waits is the same request. */
export function ask(step: StepToAsk | null): Decision<{ again: string | null }, RequestRefusal> {
  if (!step) return refuse({ code: "NotFound" });
  if (step.completed) return refuse({ code: "StepCompleted", step: step.step });
  if (step.openRequestId !== null) return accept({ again: step.openRequestId });
  if (step.earlierOpen !== null) return refuse({ code: "EarlierStepOpen", step: String(step.earlierOpen) });
  const kind = step.step === 0 ? "topics" : "criteria";
  if (step.unmet.length > 0) return refuse({ code: "NotYetMet", count: step.unmet.length, kind });
  return accept({ again: null });
}

export type AskedRequest = { readonly outcome: "signedOff" | "sentBack" | "withdrawn" | null };

/** Takes the request back while nobody has decided it. Doing so twice changes nothing. */
export function withdrawAsked(request: AskedRequest | null): Decision<"withdrawn" | "already", RequestRefusal> {
  if (!request) return refuse({ code: "NotFound" });
  if (request.outcome === null) return accept("withdrawn");
  return request.outcome === "withdrawn" ? accept("already") : refuse({ code: "RequestClosed" });
}

export type CriterionToJudge = {
  readonly stepCompleted: boolean;
  readonly step: StepNumber;
  readonly rule: CriterionRule;
  readonly met: boolean;
  readonly openRequestId: string | null;
};

export type JudgementRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "StepCompleted"; readonly step: StepNumber }
  | { readonly code: "NothingToJudge" }
  | { readonly code: "AlreadyMet" };

/** Asks a mentor to judge a criterion of the 'can explain, can do' kind. One open request a criterion. */
export function askJudgement(criterion: CriterionToJudge | null): Decision<{ again: string | null }, JudgementRefusal> {
  if (!criterion) return refuse({ code: "NotFound" });
  if (criterion.stepCompleted) return refuse({ code: "StepCompleted", step: criterion.step });
  if (!attestRuleIn(criterion.rule)) return refuse({ code: "NothingToJudge" });
  if (criterion.openRequestId !== null) return accept({ again: criterion.openRequestId });
  return criterion.met ? refuse({ code: "AlreadyMet" }) : accept({ again: null });
}

export type RemarkToAnswer = { readonly settled: boolean; readonly answer: string | null };
export type AnswerRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "RemarkSettled" }
  | { readonly code: "RemarkAnswered" };

/** Answers what was sent back, once; the mentor then accepts the answer or judges anew. */
export function answer(remark: RemarkToAnswer | null, text: string): Decision<"new" | "already", AnswerRefusal> {
  if (!remark) return refuse({ code: "NotFound" });
  if (remark.answer === text) return accept("already");
  if (remark.settled) return refuse({ code: "RemarkSettled" });
  return remark.answer === null ? accept("new") : refuse({ code: "RemarkAnswered" });
}

export type TaskToMark = {
  readonly step: StepNumber;
  readonly stepCompleted: boolean;
  /** A topic of basic or common education: its STEP rests on it. */
  readonly isTopic: boolean;
  readonly done: boolean;
  readonly today: PlainDay;
};
export type TaskRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "StepCompleted"; readonly step: StepNumber }
  | { readonly code: "DoneInFuture" };

/** Ticks a learning task or topic done on a day. Ticking it twice changes nothing. */
export function markDone(task: TaskToMark | null, doneOn: PlainDay | null): Decision<PlainDay | null, TaskRefusal> {
  if (!task) return refuse({ code: "NotFound" });
  if (task.done) return accept(null);
  const day = doneOn ?? task.today;
  return day > task.today ? refuse({ code: "DoneInFuture" }) : accept(day);
}

/** Takes the tick away; not from a topic that a completed STEP rests on. */
export function unmark(task: TaskToMark | null): Decision<"unmarked" | "already", TaskRefusal> {
  if (!task) return refuse({ code: "NotFound" });
  if (!task.done) return accept("already");
  if (task.isTopic && task.stepCompleted) return refuse({ code: "StepCompleted", step: task.step });
  return accept("unmarked");
}
