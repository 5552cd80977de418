import { fieldsNeededBy, leavesOf, type NeededField } from "./record-needs";
import type { CriterionRule } from "./rule";

/** The mentor's queue: everything that waits for a decision of theirs, the longest wait first. */

export const QUEUE_KINDS = ["record", "judgement", "answer", "signOff", "countersign"] as const;
export type QueueKind = (typeof QUEUE_KINDS)[number];

export const QUEUE_TABS = ["all", "records", "judgements", "signOffs"] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];

const KINDS_OF: Record<QueueTab, readonly QueueKind[]> = {
  all: QUEUE_KINDS,
  records: ["record"],
  judgements: ["judgement", "answer"],
  signOffs: ["signOff", "countersign"],
};
export const kindsOf = (tab: QueueTab): readonly QueueKind[] => KINDS_OF[tab];

export type QueueCounts = Readonly<Record<QueueKind, number>>;
export const countIn = (tab: QueueTab, counts: QueueCounts): number =>
  kindsOf(tab).reduce((sum, kind) => sum + counts[kind], 0);

/** What a mentor confirms with their own eyes; the rest of a claim is checked by the system. */
const JUDGED_FIELDS: readonly NeededField[] = ["supervision", "mentorPresent", "parts", "judged", "right"];
const JUDGED_KINDS: readonly CriterionRule["kind"][] = ["attest", "caseDrill", "techniques"];

export const confirmedFieldsOf = (rule: CriterionRule): readonly NeededField[] =>
  fieldsNeededBy(rule).filter((field) => JUDGED_FIELDS.includes(field));

/** A claim on such a rule cannot be verified together with others: somebody has to look. */
export const needsJudgement = (rule: CriterionRule): boolean =>
  leavesOf(rule).some(({ kind }) => JUDGED_KINDS.includes(kind)) || confirmedFieldsOf(rule).length > 0;

/** May be verified unread among others: nothing to judge, nothing sent back before, nothing under TLP:RED. */
export const isForBatch = (claim: {
  readonly rule: CriterionRule | null;
  readonly isResubmitted: boolean;
  readonly tlp: string;
}): boolean => claim.rule !== null && !needsJudgement(claim.rule) && !claim.isResubmitted && claim.tlp !== "RED";

export type UsualWaits = Readonly<Record<QueueKind, { readonly decided: number; readonly medianHours: number | null }>>;

/** Fewer decisions than this say nothing: the organisation's own figure stands in. */
const LEAST_DECIDED = 5;

/** Hours that this kind usually waits: the median of the last 90 days. */
export function usualHours(kind: QueueKind, waits: UsualWaits, fallbackDays: number): number {
  const { decided, medianHours } = waits[kind];
  return medianHours === null || decided < LEAST_DECIDED ? fallbackDays * 24 : medianHours;
}

export type Wait = {
  readonly hours: number;
  readonly usualHours: number;
  /** Past the usual wait. */
  readonly isLate: boolean;
};

/** How long something has waited. Instants in milliseconds; a clock that ran ahead is no wait. */
export function waitOf(sinceMs: number, nowMs: number, usual: number): Wait {
  const hours = Math.max(0, (nowMs - sinceMs) / 3_600_000);
  return { hours, usualHours: usual, isLate: hours > usual };
}

/** Where a reader stands in a list, and what J and K lead to. The one after the last is none. */
export function neighbours<T>(items: readonly T[], isCurrent: (item: T) => boolean) {
  const at = items.findIndex(isCurrent);
  if (at < 0) return { previous: null, next: items[0] ?? null };
  return { previous: items[at - 1] ?? null, next: items[at + 1] ?? null };
}
