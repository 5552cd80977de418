import { z } from "zod";
import { AFFILIATIONS, isReading, LOCALES, normaliseReading } from "@/lib/domain/person";
import { choice, day, email, line, optional, paragraph, uuid, wholeNumber } from "@/lib/platform/fields";
import type { Messages } from "@/lib/platform/messages";

const NOT_A_READING: keyof Messages["validation"] = "notAReading";

/** かな; katakana and half-width kana are taken over as hiragana. */
export const reading = () => line(100).overwrite(normaliseReading).refine(isReading, { error: NOT_A_READING });

const profile = {
  name: line(100),
  reading: reading(),
  latinName: optional(line(100)).transform((text) => text ?? ""),
  employeeNumber: optional(line(40)),
  email: email(),
  locale: choice(LOCALES),
  affiliation: choice(AFFILIATIONS),
  endsOn: optional(day()),
};

/** The first team comes along where it is known; its membership is the main one. */
export const newPerson = z.object({ onceKey: uuid(), ...profile, teamId: optional(uuid()), fromOn: optional(day()) });
export type NewPerson = z.output<typeof newPerson>;

/** `seen` says on which state of the person the page was opened. */
export const personEdit = z.object({ personId: uuid(), seen: line(64), ...profile });
export type PersonEdit = z.output<typeof personEdit>;

export const personKey = z.object({ personId: uuid() });

export const personWithReason = z.object({ personId: uuid(), reason: paragraph(2000) });
export type PersonWithReason = z.output<typeof personWithReason>;

export const PEOPLE_STANDINGS = ["active", "inactive", "all"] as const;

/** What the address of the list says; anything unreadable falls back to the whole list. */
export const peopleFilter = z.object({
  q: optional(line(100)).catch(null),
  team: optional(uuid()).catch(null),
  affiliation: optional(choice(AFFILIATIONS)).catch(null),
  standing: choice(PEOPLE_STANDINGS).catch("active"),
  page: wholeNumber(1, 100_000).catch(1),
});
export type PeopleFilter = z.output<typeof peopleFilter>;
