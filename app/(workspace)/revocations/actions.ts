"use server";

import { defineAction } from "@/lib/platform/action";
import { reinstateCompletion, revokeCompletion } from "@/lib/revocation/commands";
import { reinstatementForm, revocationForm } from "@/lib/revocation/schema";

type Place = { readonly personId: string; readonly enrolmentId: string; readonly step: number };
const pageOf = ({ personId, enrolmentId, step }: Place) => `/trainees/${personId}/${enrolmentId}/${step}`;

export const revokeAction = defineAction(revocationForm, revokeCompletion, {
  onDone: (place) => ({ redirect: pageOf(place), notice: { code: "stepRevoked" } }),
});

export const reinstateAction = defineAction(reinstatementForm, reinstateCompletion, {
  onDone: (place) => ({ redirect: pageOf(place), notice: { code: "stepReinstated" } }),
});
