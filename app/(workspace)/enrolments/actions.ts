"use server";

import { endEnrolment, enrolPerson } from "@/lib/enrolment/commands";
import { enrolmentEnd, newEnrolment } from "@/lib/enrolment/schema";
import { defineAction } from "@/lib/platform/action";
import { changeTracks } from "@/lib/tracks/commands";
import { trackForm } from "@/lib/tracks/schema";
import { transferEnrolment } from "@/lib/transfer/commands";
import { transferForm } from "@/lib/transfer/schema";

export const enrolAction = defineAction(newEnrolment, enrolPerson, {
  onDone: () => ({ redirect: "/enrolments", notice: { code: "personEnrolled" } }),
});

export const transferEnrolmentAction = defineAction(transferForm, transferEnrolment, {
  onDone: () => ({ redirect: "/enrolments", notice: { code: "enrolmentTransferred" } }),
});

export const endEnrolmentAction = defineAction(enrolmentEnd, endEnrolment, {
  onDone: () => ({ redirect: "/enrolments", notice: { code: "enrolmentEnded" } }),
});

export const changeTracksAction = defineAction(trackForm, changeTracks, {
  onDone: () => ({ redirect: "/enrolments", notice: { code: "tracksChanged" } }),
});
