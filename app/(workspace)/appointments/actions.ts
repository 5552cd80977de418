"use server";

import { appointMentor, appointSigner, endAppointment, endMentorship } from "@/lib/appointments/commands";
import { appointmentEnd, appointmentForm, mentorshipEnd, mentorshipForm } from "@/lib/appointments/schema";
import { defineAction } from "@/lib/platform/action";

const onAppointed = () => ({ redirect: "/appointments", notice: { code: "appointed" } }) as const;
const onEnded = () => ({ redirect: "/appointments", notice: { code: "appointmentEnded" } }) as const;

export const appointMentorAction = defineAction(mentorshipForm, appointMentor, {
  at: { DayInFuture: "fromOn", TeamIsClosed: "teamId", AppointmentNeedsReason: "reason" },
  onDone: onAppointed,
});
export const appointSignerAction = defineAction(appointmentForm, appointSigner, {
  at: { DayInFuture: "fromOn", TeamIsClosed: "teamId" },
  onDone: onAppointed,
});
export const endMentorshipAction = defineAction(mentorshipEnd, endMentorship, { onDone: onEnded });
export const endAppointmentAction = defineAction(appointmentEnd, endAppointment, { onDone: onEnded });
