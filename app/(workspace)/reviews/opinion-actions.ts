"use server";

import { atCheckpoint } from "@/lib/judgement/schema";
import { defineAction } from "@/lib/platform/action";
import { askOpinion, declineOpinion, giveOpinion } from "@/lib/second-opinion/commands";
import { opinionAnswer, opinionDecline, opinionQuestion } from "@/lib/second-opinion/schema";

const opinionPage = ({ opinionId }: { opinionId: string }) => `/reviews/opinions/${opinionId}`;

export const askOpinionAction = defineAction(opinionQuestion, askOpinion, {
  at: { OpinionOfYourself: "askedOfId", OpinionNotOfThePool: "askedOfId" },
  onDone: (asked) => ({ redirect: opinionPage(asked), notice: { code: "opinionAsked" } }),
});

export const giveOpinionAction = defineAction(opinionAnswer, giveOpinion, {
  at: atCheckpoint,
  onDone: (given) => ({ redirect: opinionPage(given), notice: { code: "opinionGiven" } }),
});

export const declineOpinionAction = defineAction(opinionDecline, declineOpinion, {
  onDone: (declined) => ({ redirect: opinionPage(declined), notice: { code: "opinionDeclined" } }),
});
