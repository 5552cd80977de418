"use server";

import { endEnrolment, enrolPerson } from "@/lib/enrolment/commands";
import { enrolmentEnd, newEnrolment } from "@/lib/enrolment/schema";
import { defineAction } from "@/lib/platform/action";

export const enrolAction = defineAction(newEnrolment, enrolPerson, {
  onDone: () => ({ redirect: "/enrolments", notice: { code: "personEnrolled" } }),
});

export const endEnrolmentAction = defineAction(enrolmentEnd, endEnrolment, {
  onDone: () => ({ redirect: "/enrolments", notice: { code: "enrolmentEnded" } }),
});
