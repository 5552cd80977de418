import type { FormAction } from "@/lib/platform/action-state";

/** What a trainee can do on the page of a STEP; the pages give the actions. */
export type StepActions = Record<
  | "markTaskDone"
  | "unmarkTask"
  | "askForJudgement"
  | "withdrawJudgement"
  | "answerRemark"
  | "requestSignOff"
  | "withdrawRequest",
  FormAction
>;
