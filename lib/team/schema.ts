import { z } from "zod";
import { line, optional, uuid, wholeNumber } from "@/lib/platform/fields";
import type { Messages } from "@/lib/platform/messages";

type Code = keyof Messages["validation"];
const is = (code: Code) => code;

/** Zones that the run time knows, with UTC, which its list leaves out. */
export const TIME_ZONES: readonly string[] = [...new Set(["Asia/Tokyo", "UTC", ...Intl.supportedValuesOf("timeZone")])];

export const timeZone = () => line(60).refine((text) => TIME_ZONES.includes(text), { error: is("notATimeZone") });

/** The team's key in CSV files; small letters, so that two spellings are one team. */
export const teamCode = () =>
  line(40)
    .overwrite((text) => text.normalize("NFKC").toLowerCase())
    .regex(/^[a-z0-9][a-z0-9._-]*$/, { error: is("notATeamCode") });

const profile = {
  nameJa: line(100),
  nameEn: line(100),
  timeZone: timeZone(),
  fiscalYearStartMonth: wholeNumber(1, 12),
};

export const newTeam = z.object({ onceKey: uuid(), code: teamCode(), ...profile, parentId: optional(uuid()) });
export type NewTeam = z.output<typeof newTeam>;

export const teamEdit = z.object({ teamId: uuid(), seen: line(64), ...profile });
export type TeamEdit = z.output<typeof teamEdit>;

export const teamMove = z.object({ teamId: uuid(), parentId: optional(uuid()) });
export type TeamMove = z.output<typeof teamMove>;

export const teamKey = z.object({ teamId: uuid() });
export type TeamKey = z.output<typeof teamKey>;
