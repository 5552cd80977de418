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

/** `seen`: of what the page said that the move brings; nothing where it brings nothing. */
export const teamMove = z.object({ teamId: uuid(), parentId: optional(uuid()), seen: optional(line(64)) });
export type TeamMove = z.output<typeof teamMove>;

/** Below which team it would go, as the address says: empty is the top; nothing while nobody has chosen. */
export const moveAsked = z.object({ parent: optional(uuid()).optional() });

export const teamKey = z.object({ teamId: uuid() });
export type TeamKey = z.output<typeof teamKey>;
