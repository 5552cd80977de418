/** What audit events tell, as far as state can be told again from them (docs/decisions/088). */

export type ToldEvent = {
  readonly action: string;
  readonly actorId: string;
  readonly subjectId: string;
  readonly body: Readonly<Record<string, unknown>>;
};

/** `<kind> <id>` → how it stands. The same words come from the tables. */
export type Standings = Map<string, string>;

export type Change = (told: Standings, event: ToldEvent) => void;
export type Changes = Readonly<Record<string, Change>>;

/** What an event of an earlier version did not say: agrees with whatever the tables hold there. */
export const UNTOLD = "?";

export type Body = ToldEvent["body"];
export const word = (body: Body, field: string) => String(body[field]);
export const wordOr = (body: Body, field: string, other: string) => String(body[field] ?? other);
export const words = (body: Body, field: string): readonly string[] => {
  const value = body[field];
  return Array.isArray(value) ? value.map(String) : [];
};

/** Replaces the word at a place of a standing that is known. */
export function setWord(told: Standings, key: string, place: number, value: string) {
  const standing = told.get(key)?.split(" ");
  if (standing) told.set(key, standing.with(place, value).join(" "));
}

export const countUp = (told: Standings, key: string) => told.set(key, String(Number(told.get(key) ?? 0) + 1));
