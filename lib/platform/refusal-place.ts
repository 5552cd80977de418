import "server-only";
import type { ActionState, WordedRefusal } from "./action-state";
import { namedAsTyped, typedValues } from "./form-input";
import type { Messages } from "./messages";
import type { Refusal, RefusalCode } from "./wording";

/** Codes whose words say what to enter: only they can stand at a field. */
type SaysWhat = {
  [C in RefusalCode]: Messages["refusals"][C] extends { why: string } ? C : never;
}[RefusalCode];

type Place<R, F extends string> = F | ((refusal: R) => readonly string[]);

/** Refusals that concern one field of the form, or several, by their code. */
export type RefusalPlaces<R extends Refusal, F extends string = string> = {
  readonly [C in R["code"] & SaysWhat]?: Place<Extract<R, { code: C }>, F>;
};

/** The same for any refusal: which one a place belongs to, its code says. */
type AnyPlaces = Readonly<Record<string, Place<never, string> | undefined>>;

/** The fields that a refusal concerns; none: the whole form. */
export function fieldsOf(refusal: Refusal, places: AnyPlaces = {}): readonly string[] {
  const place = places[refusal.code];
  return typeof place === "function" ? place(refusal as never) : place === undefined ? [] : [place];
}

/**
 * What did not happen stands at the head; why, and what to enter instead, at the field where there is one.
 * A field that was not sent may not be on the page: then the head says why as well.
 */
export function refusedState(message: WordedRefusal, form: FormData, at: readonly string[]): ActionState {
  const values = typedValues(form);
  const { why, ...head } = message;
  if (why === undefined || at.length === 0) return { status: "refused", values, message };
  const fields = namedAsTyped(Object.fromEntries(at.map((name) => [name, [why]])), form);
  const isShown = Object.keys(fields).every((name) => form.has(name));
  return { status: "invalid", values, fields, message: isShown ? head : message };
}
