import type { StepActions } from "@/components/training/step-actions";
import {
  answerRemarkAction,
  askForJudgementAction,
  markTaskDoneAction,
  requestSignOffAction,
  unmarkTaskAction,
  withdrawJudgementAction,
  withdrawRequestAction,
} from "../actions";

export const STEP_ACTIONS: StepActions = {
  markTaskDone: markTaskDoneAction,
  unmarkTask: unmarkTaskAction,
  askForJudgement: askForJudgementAction,
  withdrawJudgement: withdrawJudgementAction,
  answerRemark: answerRemarkAction,
  requestSignOff: requestSignOffAction,
  withdrawRequest: withdrawRequestAction,
};
