import { type Actor, type Caller, canManagePeople } from "./access";
import type { PlainDay } from "./calendar";
import type { PolicyValues } from "./policy";
import { accept, type Decision, refuse } from "./result";

export const AFFILIATIONS = ["own", "seconded", "dispatched", "contractor"] as const;
export type Affiliation = (typeof AFFILIATIONS)[number];

export const LOCALES = ["ja", "en"] as const;
export type PersonLocale = (typeof LOCALES)[number];

export type PersonProfile = {
  readonly name: string;
  /** かな, for sorting. */
  readonly reading: string;
  /** Empty where nobody wrote one: the name stands in for it. */
  readonly latinName: string;
  readonly employeeNumber: string | null;
  readonly email: string;
  readonly locale: PersonLocale;
  readonly affiliation: Affiliation;
  /** Last day in the organisation. */
  readonly endsOn: PlainDay | null;
};

/** What a decision about a person rests on. */
export type PersonFacts = {
  readonly personId: string;
  readonly profile: PersonProfile;
  readonly deactivated: boolean;
  /** Holds the administrator's capacity, and no one else without an end day does. */
  readonly isLastAdministrator: boolean;
};

/** Who else has the e-mail address or the employee number. */
export type ProfileClashes = { readonly email: boolean; readonly employeeNumber: boolean };

export type PersonRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "EmailTaken" }
  | { readonly code: "EmployeeNumberTaken" }
  | { readonly code: "PersonChangedMeanwhile" }
  | { readonly code: "LastAdministrator" }
  | { readonly code: "OwnAccount" }
  | { readonly code: "AlreadyDeactivated" }
  | { readonly code: "NotDeactivated" }
  | { readonly code: "EndDayPassed" };
export type PersonDecision<T> = Decision<T, PersonRefusal>;

const KATAKANA = /[\u30a1-\u30f6]/g;
const READING = /^[\u3041-\u3096\u309d\u309eー・A-Za-z\u00c0-\u024f'’. -]+$/u;

/** One form for sorting and searching: hiragana, half-width Latin letters, single spaces. ｻﾄｳ ﾐｻｷ becomes さとう みさき. */
export const normaliseReading = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/\s+/gu, " ")
    .trim();

/** かな, or Latin letters for a name that has none. Kanji would sort by their code. */
export const isReading = (text: string): boolean => READING.test(normaliseReading(text));

/** The name as a reader of that language writes it. */
export const nameIn = (locale: PersonLocale, person: { readonly name: string; readonly latinName: string }): string =>
  locale === "en" && person.latinName !== "" ? person.latinName : person.name;

/** May be given work today: not deactivated, last day not passed. */
export const isActiveOn = (
  person: { readonly deactivated: boolean; readonly endsOn: PlainDay | null },
  today: PlainDay,
): boolean => !person.deactivated && (person.endsOn === null || person.endsOn >= today);

/** Who may be enrolled, by policy (`platform.enrolment.affiliations`): everybody unless the organisation says less. */
export const ENROLLABLE_AFFILIATIONS: Readonly<Record<string, readonly Affiliation[]>> = {
  everyone: AFFILIATIONS,
  notContractors: ["own", "seconded", "dispatched"],
  ownAndSeconded: ["own", "seconded"],
  ownOnly: ["own"],
};
export const mayBeEnrolled = (affiliation: Affiliation, policy: PolicyValues): boolean =>
  (ENROLLABLE_AFFILIATIONS[String(policy["platform.enrolment.affiliations"])] ?? AFFILIATIONS).includes(affiliation);

const clashOf = (clashes: ProfileClashes) => {
  if (clashes.email) return refuse({ code: "EmailTaken" });
  if (clashes.employeeNumber) return refuse({ code: "EmployeeNumberTaken" });
  return null;
};

export function addPerson<T extends PersonProfile>(
  profile: T,
  clashes: ProfileClashes,
  actor: Actor,
): PersonDecision<T> {
  if (!canManagePeople(actor)) return refuse({ code: "NotFound" });
  return clashOf(clashes) ?? accept(profile);
}

export const PROFILE_FIELDS = [
  "name",
  "reading",
  "latinName",
  "employeeNumber",
  "email",
  "locale",
  "affiliation",
  "endsOn",
] as const satisfies readonly (keyof PersonProfile)[];
export type ProfileField = (typeof PROFILE_FIELDS)[number];

export const changedFields = (before: PersonProfile, after: PersonProfile): ProfileField[] =>
  PROFILE_FIELDS.filter((field) => before[field] !== after[field]);

type Edit = {
  readonly wish: PersonProfile;
  readonly clashes: ProfileClashes;
  /** The page was opened on what still stands. */
  readonly pageIsCurrent: boolean;
};

/** The same form sent twice changes nothing the second time. The last administrator can have no last day: somebody must be able to let the others in. */
export function editPerson(person: PersonFacts | null, edit: Edit, actor: Actor): PersonDecision<ProfileField[]> {
  if (!person || !canManagePeople(actor)) return refuse({ code: "NotFound" });
  const changes = changedFields(person.profile, edit.wish);
  if (changes.length === 0) return accept(changes);
  if (!edit.pageIsCurrent) return refuse({ code: "PersonChangedMeanwhile" });
  if (edit.wish.endsOn !== null && person.isLastAdministrator) return refuse({ code: "LastAdministrator" });
  return clashOf(edit.clashes) ?? accept(changes);
}

export function deactivate(person: PersonFacts | null, { actor }: Caller): PersonDecision<{ personId: string }> {
  if (!person || !canManagePeople(actor)) return refuse({ code: "NotFound" });
  if (person.personId === actor.id) return refuse({ code: "OwnAccount" });
  if (person.deactivated) return refuse({ code: "AlreadyDeactivated" });
  if (person.isLastAdministrator) return refuse({ code: "LastAdministrator" });
  return accept({ personId: person.personId });
}

/** What was held before does not come back by itself: capacities are granted anew. */
export function reactivate(
  person: PersonFacts | null,
  today: PlainDay,
  actor: Actor,
): PersonDecision<{ personId: string }> {
  if (!person || !canManagePeople(actor)) return refuse({ code: "NotFound" });
  if (!person.deactivated) return refuse({ code: "NotDeactivated" });
  if (person.profile.endsOn !== null && person.profile.endsOn < today) return refuse({ code: "EndDayPassed" });
  return accept({ personId: person.personId });
}
