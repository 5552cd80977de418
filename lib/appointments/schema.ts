import { z } from "zod";
import { ROLE_GROUP_CODES } from "@/lib/domain/curriculum";
import { choice, day, optional, paragraph, uuid } from "@/lib/platform/fields";

const reason = paragraph(2000);
const roleGroup = choice(ROLE_GROUP_CODES);

/** Without a team: the whole organisation. */
export const mentorshipForm = z.object({
  onceKey: uuid(),
  personId: uuid(),
  roleGroupCode: roleGroup,
  teamId: optional(uuid()),
  /** Not said: whichever the person's proficiency gives. */
  basis: optional(choice(["proficiency", "appointment"])),
  fromOn: day(),
  /** Only an appointment needs one. */
  reason: optional(reason).transform((text) => text ?? ""),
});
export type MentorshipForm = z.output<typeof mentorshipForm>;

export const appointmentForm = z.object({
  onceKey: uuid(),
  personId: uuid(),
  kind: choice(["countersigner", "reviewer"]),
  teamId: uuid(),
  roleGroupCode: optional(roleGroup),
  fromOn: day(),
  reason,
});
export type AppointmentForm = z.output<typeof appointmentForm>;

/** A mentorship or an appointment, in the address. */
export const appointmentPath = z.object({ appointmentId: uuid() });

export const appointmentEnd = z.object({ appointmentId: uuid(), reason });
export type AppointmentEnd = z.output<typeof appointmentEnd>;
export const mentorshipEnd = z.object({ mentorshipId: uuid(), reason });
export type MentorshipEnd = z.output<typeof mentorshipEnd>;
