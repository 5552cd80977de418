import type { FormValues } from "./action-state";

const NAME = /^[\p{L}\p{N}_.:#@[\]-]{1,200}$/u;
/** Never sent back to the page. */
const SECRET = /password|token/i;

/** Keys that begin with `$` are React's own; a name that no form of ours has is dropped. */
const namesOf = (form: FormData) => [...new Set(form.keys())].filter((name) => NAME.test(name) && name !== "__proto__");

/** What was typed, to be shown again: no files, no passwords. */
export const typedValues = (form: FormData): FormValues =>
  Object.fromEntries(
    namesOf(form)
      .filter((name) => !SECRET.test(name))
      .map((name) => [name, form.getAll(name).filter((value) => typeof value === "string")]),
  );

/** What the schema reads: given once is a value, several times or named `x[]` is an array called `x`. */
export const inputOf = (form: FormData): Record<string, unknown> =>
  Object.fromEntries(
    namesOf(form).map((name) => {
      const all = form.getAll(name);
      if (name.endsWith("[]")) return [name.slice(0, -2), all];
      return [name, all.length === 1 ? all[0] : all];
    }),
  );

/** Errors go to the name the form used: `x` or `x[]`. */
export const namedAsTyped = (fields: Record<string, string[]>, form: FormData): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, sentences]) => [form.has(`${name}[]`) ? `${name}[]` : name, sentences]),
  );
