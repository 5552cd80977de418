import type { NewNotice } from "./notice";
import type { TrailFault } from "./trail-fault";

/** Who watches over the trail learns when a verification fails: once for a fault, until one holds again. */

export type TrailFound = {
  readonly faults: readonly TrailFault[];
  /** On how many things tables and events disagree, and the first of them; null where that was not looked at. */
  readonly tables: { readonly differing: number; readonly first: string | null } | null;
};
/** The verification that held last, by what it looked at; null where none ever did. */
export type LastSound = { readonly trail: string | null; readonly tables: string | null };

export const ABOUT_TRAIL = "trail";
export const ABOUT_TABLES = "tables";

/** The number of the first event that may be concerned; null where it is about checkpoints alone. */
export function firstBad(faults: readonly TrailFault[]): number | null {
  const numbers = faults.flatMap(({ seq }) => seq ?? []);
  return numbers.length === 0 ? null : Math.min(...numbers);
}

/** The same fault found again has the same key, and nobody is told twice. Numbers only: what it is stands on its page. */
export function alarmsOf(
  { faults, tables }: TrailFound,
  since: LastSound,
  toIds: readonly string[],
  at: Date,
): NewNotice[] {
  const told = { enrolmentId: null, subjectId: "system", actorId: "system", at };
  const [first] = faults;
  const seq = firstBad(faults);
  const kind = first?.kind;
  const trail = { kind: "trailFaulty" as const, about: ABOUT_TRAIL, values: { seq, count: faults.length } };
  const differing = { kind: "tablesDiffer" as const, about: ABOUT_TABLES, values: { count: tables?.differing ?? 0 } };
  const alarms = [
    ...(first ? [{ ...trail, key: `trail ${since.trail} ${kind} ${seq ?? `c${first.checkpoint}`}` }] : []),
    ...(tables?.first ? [{ ...differing, key: `tables ${since.tables} ${tables.first}` }] : []),
  ];
  return alarms.flatMap((alarm) => toIds.map((personId) => ({ ...told, ...alarm, personId })));
}

/** What is over, now that a verification has held. */
export const soundAgain = ({ faults, tables }: TrailFound): readonly string[] => [
  ...(faults.length === 0 ? [ABOUT_TRAIL] : []),
  ...(tables?.differing === 0 ? [ABOUT_TABLES] : []),
];
