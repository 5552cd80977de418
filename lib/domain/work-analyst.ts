import { accept, type Decision, refuse } from "./result";
import { sameWord } from "./work-source";

/** Which name of a source's files is which person. */

export type AnalystRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "NothingChanged" }
  | { readonly code: "AnalystPersonUnknown"; readonly text: string }
  | { readonly code: "AnalystOfOthers"; readonly text: string };

/** Somebody whose work the actor may bring in, by what a form may name them with. */
export type PersonInReach = {
  readonly personId: string;
  readonly email: string;
  readonly employeeNumber: string | null;
  readonly name: string;
};

/** Null: nobody whose work is recorded here. */
export type NamedAnalyst = { readonly alias: string; readonly shown: string; readonly personId: string | null };
/** `typed` is an address or number; null leaves the name aside. */
export type AnalystWish = { readonly shown: string; readonly typed: string | null };

/**
 * Each name becomes a person in reach, or nobody. A name that belongs to somebody out of reach stays theirs: a mentor cannot turn
 * another's work into that of their own trainee.
 */
export function nameAnalysts(
  wishes: readonly AnalystWish[],
  known: readonly NamedAnalyst[],
  people: readonly PersonInReach[],
): Decision<readonly NamedAnalyst[], AnalystRefusal> {
  const set: NamedAnalyst[] = [];
  for (const wish of wishes) {
    const decision = nameOne(wish, known, people);
    if (!decision.ok) return decision;
    if (decision.value) set.push(decision.value);
  }
  return set.length > 0 ? accept(set) : refuse({ code: "NothingChanged" });
}

/** Null: it is so already. */
function nameOne(
  { shown, typed }: AnalystWish,
  known: readonly NamedAnalyst[],
  people: readonly PersonInReach[],
): Decision<NamedAnalyst | null, AnalystRefusal> {
  const alias = sameWord(shown);
  const before = known.find((each) => each.alias === alias);
  const personId = typed === null ? null : findPerson(typed, people)?.personId;
  if (personId === undefined) return refuse({ code: "AnalystPersonUnknown", text: typed ?? "" });
  if (before?.personId === personId) return accept(null);
  return isOfOthers(before, people)
    ? refuse({ code: "AnalystOfOthers", text: shown })
    : accept({ alias, shown, personId });
}

const isOfOthers = (before: NamedAnalyst | undefined, people: readonly PersonInReach[]) =>
  before !== undefined && before.personId !== null && people.every(({ personId }) => personId !== before.personId);

const findPerson = (typed: string, people: readonly PersonInReach[]) =>
  people.find(({ email, employeeNumber }) => email === sameWord(typed) || employeeNumber === typed.trim());

/** Who a name probably is: the same address, number or name, and nobody else. */
export function likelyPerson(shown: string, people: readonly PersonInReach[]): PersonInReach | null {
  const text = bare(shown);
  const fits = people.filter(
    ({ email, employeeNumber, name }) =>
      email === sameWord(shown) || employeeNumber === shown.trim() || bare(name) === text,
  );
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

const bare = (text: string) => sameWord(text).replace(/\s/gu, "");
