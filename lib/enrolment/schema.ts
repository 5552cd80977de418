import { z } from "zod";
import { ROLE_GROUP_CODES, TRACKS } from "@/lib/domain/curriculum";
import { choice, day, line, many, optional, paragraph, uuid, wholeNumber } from "@/lib/platform/fields";

/** What a form offers for basic education, which has no role group. */
export const BASIC_EDUCATION = "basic-education";
export const ENROLLABLE = [BASIC_EDUCATION, ...ROLE_GROUP_CODES] as const;

export const newEnrolment = z.object({
  onceKey: uuid(),
  personId: uuid(),
  roleGroup: choice(ENROLLABLE).transform((code) => (code === BASIC_EDUCATION ? null : code)),
  tracks: many(choice(TRACKS), TRACKS.length),
  teamId: uuid(),
  enrolledOn: day(),
});
export type NewEnrolmentForm = z.output<typeof newEnrolment>;

export const enrolmentEnd = z.object({ enrolmentId: uuid(), endedOn: day(), reason: paragraph(2000) });
export type EnrolmentEnd = z.output<typeof enrolmentEnd>;

/** What the address of the list says; anything unreadable is the whole list. */
export const enrolmentFilter = z.object({
  q: optional(line(100)).catch(null),
  page: wholeNumber(1, 100_000).catch(1),
});
export type EnrolmentFilter = z.output<typeof enrolmentFilter>;

/** An enrolment, in the address. */
export const enrolmentPath = z.object({ enrolmentId: uuid() });
