import type { FormValues } from "@/lib/platform/action-state";

type Entry = { key: string; name: string; value: string };
/** `reason:<id>`, `url.3` and `need2` are named after `reason`, `url` and `need`. */
const kindOf = (name: string) => name.split(/[.:[]|\d+$/, 1)[0] ?? name;

/** What a form held, in two: fields that somebody types into, by the kinds that have a label, and what goes along unseen. */
export function partedFields<K extends string>(values: FormValues, isTyped: (kind: string) => kind is K) {
  const shown: (Entry & { kind: K })[] = [];
  const carried: Entry[] = [];
  for (const [name, all] of Object.entries(values)) {
    for (const [place, value] of all.entries()) {
      const entry = { key: `${name}-${place}`, name, value };
      const kind = kindOf(name);
      if (isTyped(kind) && value !== "") shown.push({ ...entry, kind });
      else carried.push(entry);
    }
  }
  return { shown, carried };
}
