import { type Actor, canManagePeople } from "./access";
import { accept, type Decision, refuse } from "./result";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A session that nobody used for this long is over. */
export const IDLE_MS = 30 * MINUTE;
/** However much it is used, a session ends this long after sign-in. */
export const ABSOLUTE_MS = 12 * HOUR;
/** The time of last use is written at most this often. */
export const SLIDE_MS = MINUTE;
/** One more, and the oldest ends. */
export const SESSIONS_PER_PERSON = 10;

/** How long a one-time link works. */
export const LINK_MS = { setup: 24 * HOUR, invitation: 7 * 24 * HOUR, reset: 24 * HOUR } as const;
export type LinkKind = keyof typeof LINK_MS;

/** Raised when the words of the purpose of use change their meaning: everybody is shown it again. */
export const PURPOSE_VERSION = 2;

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;

/** What a password must not be made of. */
export type PasswordOwner = { readonly email: string; readonly name: string; readonly latinName: string };

export type PasswordRefusal =
  | { readonly code: "PasswordTooShort"; readonly minimum: number }
  | { readonly code: "PasswordTooLong"; readonly maximum: number }
  | { readonly code: "PasswordPersonal" }
  | { readonly code: "PasswordCommon" };

const CONTEXT_WORDS = ["sodate", "そだて", "csirt", "password", "パスワード"];
/** So much must be left when the words that anybody would guess are taken out. */
const OWN_CHARACTERS = 8;
const DISTINCT_CHARACTERS = 5;

/** Length, no guessable make-up, not among the common ones; no rule of composition (ASVS 6.2). */
export function acceptPassword(
  password: string,
  owner: PasswordOwner,
  isCommon: (password: string) => boolean,
): Decision<string, PasswordRefusal> {
  const { length } = [...password];
  if (length < PASSWORD_MIN) return refuse({ code: "PasswordTooShort", minimum: PASSWORD_MIN });
  if (length > PASSWORD_MAX) return refuse({ code: "PasswordTooLong", maximum: PASSWORD_MAX });
  if (ownPart(password, owner).length < OWN_CHARACTERS) return refuse({ code: "PasswordPersonal" });
  if (new Set(password).size < DISTINCT_CHARACTERS || isCommon(password)) return refuse({ code: "PasswordCommon" });
  return accept(password);
}

const folded = (text: string) => text.normalize("NFKC").toLowerCase();

/** What is left of a password without the person's names, address and the product's words. */
function ownPart(password: string, { email, name, latinName }: PasswordOwner): string {
  const words = [email, ...email.split(/[@._+-]/), name, ...name.split(/\s/), ...latinName.split(/[\s-]/)];
  return [...words, ...CONTEXT_WORDS]
    .map(folded)
    .filter((word) => [...word].length >= 2)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replaceAll(word, ""), folded(password));
}

export type LinkPerson = { readonly isDeactivated: boolean; readonly hasPassword: boolean };
export type LinkRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "PersonDeactivated" }
  | { readonly code: "AlreadyJoined" }
  | { readonly code: "NotJoinedYet" };

/** An invitation is for somebody without a password, a reset for somebody with one. */
export function offerLink(
  kind: Exclude<LinkKind, "setup">,
  person: LinkPerson | null,
  actor: Actor,
): Decision<LinkPerson, LinkRefusal> {
  if (!person || !canManagePeople(actor)) return refuse({ code: "NotFound" });
  if (person.isDeactivated) return refuse({ code: "PersonDeactivated" });
  if (kind === "invitation" && person.hasPassword) return refuse({ code: "AlreadyJoined" });
  if (kind === "reset" && !person.hasPassword) return refuse({ code: "NotJoinedYet" });
  return accept(person);
}
