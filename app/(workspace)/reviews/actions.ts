"use server";

import { queueHref } from "@/components/reviews/queue-href";
import { attestCheckpoints, decideAnswer } from "@/lib/judgement/commands";
import { answerDecision, atCheckpoint, criterionJudgement } from "@/lib/judgement/schema";
import { defineAction } from "@/lib/platform/action";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { findNextWait } from "@/lib/queue/queries";
import type { QueuePlace } from "@/lib/queue/schema";
import { decideRecord, verifyRecords, withdrawVerification } from "@/lib/reviews/commands";
import { batchVerification, recordDecision, withdrawnVerification } from "@/lib/reviews/schema";

/** After a decision the queue moves on to the next longest wait. */
async function nextAfter({ place }: { place: QueuePlace | null }) {
  const next = await findNextWait(await requireActor(), place, now());
  return next ? queueHref(next, place?.tab) : "/reviews";
}

export const decideRecordAction = defineAction(recordDecision, decideRecord, {
  onDone: async ({ outcome }, input) => ({ redirect: await nextAfter(input), notice: { code: outcome } }),
});

export const verifyTogetherAction = defineAction(batchVerification, verifyRecords, {
  onDone: async ({ verified, refused }) => {
    // The list that would say so is gone once nothing waits.
    if (refused.length === 0 && (await nextAfter({ place: null })) === "/reviews") {
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
  at: atCheckpoint,
  onDone: async (_, input) => ({ redirect: await nextAfter(input), notice: { code: "criterionJudged" } }),
});

export const judgeAnswerAction = defineAction(answerDecision, decideAnswer, {
  onDone: async ({ outcome }, input) => ({ redirect: await nextAfter(input), notice: { code: outcome } }),
});
