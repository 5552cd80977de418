"use server";

import {
  annotateEvent,
  cancelEvent,
  confirmProposal,
  correctEvent,
  declineProposal,
  logEvent,
  verifyEvent,
} from "@/lib/event/commands";
import {
  confirmationForm,
  declineForm,
  eventCancellation,
  eventCorrection,
  eventForm,
  eventNote,
  eventVerification,
} from "@/lib/event/schema";
import { defineAction } from "@/lib/platform/action";

const DAY = { HappenedInFuture: "happenedOn", MonthInFuture: "periodCovered", RedHoldsReferenceOnly: "what" } as const;

export const logEventAction = defineAction(eventForm, logEvent, {
  at: DAY,
  onDone: ({ eventId }) => ({ redirect: `/events/${eventId}`, notice: { code: "eventLogged" } }),
});

export const correctEventAction = defineAction(eventCorrection, correctEvent, {
  at: DAY,
  onDone: ({ eventId }) => ({ redirect: `/events/${eventId}`, notice: { code: "eventCorrected" } }),
});

export const cancelEventAction = defineAction(eventCancellation, cancelEvent, {
  onDone: ({ eventId }) => ({ redirect: `/events/${eventId}`, notice: { code: "eventCancelled" } }),
});

export const annotateEventAction = defineAction(eventNote, annotateEvent, {
  onDone: () => ({ notice: { code: "eventAnnotated" } }),
});

export const confirmProposalAction = defineAction(confirmationForm, confirmProposal, {
  onDone: () => ({ redirect: "/my-training", notice: { code: "proposalConfirmed" } }),
});

export const declineProposalAction = defineAction(declineForm, declineProposal, {
  onDone: () => ({ redirect: "/my-training", notice: { code: "proposalDeclined" } }),
});

export const verifyEventAction = defineAction(eventVerification, verifyEvent, {
  onDone: ({ verified, refused }) => ({
    notice: { code: "eventVerified", values: { count: verified } },
    result: { refused: refused.map(({ recordId, code }) => `${recordId} ${code}`).join("\n") },
  }),
});
