"use server";

import { accept } from "@/lib/domain/result";
import { defineAction } from "@/lib/platform/action";
import { addClaim, correctRecord, logRecord, saveDraft, withdrawClaim, withdrawRecord } from "@/lib/records/commands";
import {
  claimToWithdraw,
  correctionForm,
  draft,
  newClaim,
  quickLog,
  recordForm,
  recordKey,
} from "@/lib/records/schema";
import {
  answerRemark,
  askForJudgement,
  markTaskDone,
  requestSignOff,
  unmarkTask,
  withdrawJudgementRequest,
  withdrawRequest,
} from "@/lib/training/commands";
import { judgementWish, remarkAnswer, requestKey, signOffWish, taskDone, taskKey } from "@/lib/training/schema";
import { safeReturn } from "./_components/safe-return";

const logged = (claims: number) => ({ code: claims > 0 ? ("recordLogged" as const) : ("recordKept" as const) });

/** What is wrong with a record stands at the field that it concerns. */
const atFacts = {
  MonthInFuture: "periodCovered",
  MonthTooLongAgo: "periodCovered",
  MoreRightThanJudged: "right",
  MentorUnknown: "mentorPresentId",
  FieldsMissing: ({ fields }: { fields: readonly string[] }) => fields,
} as const;
const atRecord = {
  ...atFacts,
  HappenedInFuture: "happenedOn",
  DayTooLongAgo: "happenedOn",
  RedNeedsMentor: "mentorPresentId",
  RedHoldsReferenceOnly: "did",
  ChoiceUnknown: ({ field }: { field: string }) => [field],
} as const;

export const quickLogAction = defineAction(quickLog, logRecord, {
  at: atFacts,
  onDone: ({ claims }) => ({ redirect: "/my-training", notice: logged(claims) }),
});

export const logRecordAction = defineAction(
  recordForm,
  async ({ next, from, ...input }, caller) => {
    const decision = await logRecord(input, caller);
    return decision.ok ? accept({ ...decision.value, next, from }) : decision;
  },
  {
    at: atRecord,
    onDone: ({ recordId, claims, next, from }) => ({
      redirect: next === "another" ? `/my-training/records/new?another=${recordId}` : safeReturn(from),
      notice: logged(claims),
    }),
  },
);

export const correctRecordAction = defineAction(correctionForm, correctRecord, {
  at: atRecord,
  onDone: ({ recordId }) => ({ redirect: `/my-training/records/${recordId}`, notice: { code: "recordCorrected" } }),
});

export const withdrawRecordAction = defineAction(recordKey, withdrawRecord, {
  onDone: ({ recordId }) => ({ redirect: `/my-training/records/${recordId}`, notice: { code: "recordWithdrawn" } }),
});

export const addClaimAction = defineAction(newClaim, addClaim, {
  onDone: ({ recordId }) => ({ redirect: `/my-training/records/${recordId}`, notice: { code: "claimAdded" } }),
});

export const withdrawClaimAction = defineAction(claimToWithdraw, withdrawClaim, {
  onDone: ({ recordId }) => ({ redirect: `/my-training/records/${recordId}`, notice: { code: "claimWithdrawn" } }),
});

export const saveDraftAction = defineAction(draft, saveDraft, { quiet: true });

export const markTaskDoneAction = defineAction(taskDone, markTaskDone);
export const unmarkTaskAction = defineAction(taskKey, unmarkTask);

export const askForJudgementAction = defineAction(judgementWish, askForJudgement, {
  onDone: () => ({ notice: { code: "judgementRequested" } }),
});
export const withdrawJudgementAction = defineAction(requestKey, withdrawJudgementRequest, {
  onDone: () => ({ notice: { code: "judgementWithdrawn" } }),
});

export const answerRemarkAction = defineAction(remarkAnswer, answerRemark, {
  onDone: () => ({ notice: { code: "remarkAnswered" } }),
});

export const requestSignOffAction = defineAction(signOffWish, requestSignOff, {
  onDone: () => ({ notice: { code: "signOffRequested" } }),
});
export const withdrawRequestAction = defineAction(requestKey, withdrawRequest, {
  onDone: () => ({ notice: { code: "requestWithdrawn" } }),
});
