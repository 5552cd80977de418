"use server";

import { queueHref } from "@/components/reviews/queue-href";
import { attestCheckpoints, decideAnswer } from "@/lib/judgement/commands";
import { answerDecision, criterionJudgement } from "@/lib/judgement/schema";
import { defineAction } from "@/lib/platform/action";
import { requireActor } from "@/lib/platform/session";
import { findLongestWait } from "@/lib/queue/queries";
import { decideRecord, verifyRecords, withdrawVerification } from "@/lib/reviews/commands";
import { batchVerification, recordDecision, withdrawnVerification } from "@/lib/reviews/schema";

/** After a decision the queue moves on to what waits longest. */
async function nextInQueue() {
  const next = await findLongestWait(await requireActor());
  return next ? queueHref(next) : "/reviews";
}

export const decideRecordAction = defineAction(recordDecision, decideRecord, {
  onDone: async ({ outcome }) => ({ redirect: await nextInQueue(), notice: { code: outcome } }),
});

export const verifyTogetherAction = defineAction(batchVerification, verifyRecords, {
  onDone: async ({ verified, refused }) => {
    // The list that would say so is gone once nothing waits.
    if (refused.length === 0 && (await nextInQueue()) === "/reviews") {
      return { redirect: "/reviews", notice: { code: "claimsVerified" } };
    }
    return {
      notice: { code: "recordsVerified", values: { count: verified } },
      result: { refused: refused.map(({ recordId, code }) => `${recordId} ${code}`).join("\n") },
    };
  },
});

export const withdrawVerificationAction = defineAction(withdrawnVerification, withdrawVerification, {
  onDone: ({ recordId }) => ({ redirect: `/reviews/${recordId}`, notice: { code: "verificationWithdrawn" } }),
});

export const judgeAction = defineAction(criterionJudgement, attestCheckpoints, {
  onDone: async () => ({ redirect: await nextInQueue(), notice: { code: "criterionJudged" } }),
});

export const judgeAnswerAction = defineAction(answerDecision, decideAnswer, {
  onDone: async ({ outcome }) => ({ redirect: await nextInQueue(), notice: { code: outcome } }),
});
