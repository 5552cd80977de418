import type { PlainDay, PlainMonth } from "./calendar";

export const PROGRESS_UNITS = ["times", "cases", "items", "months", "percent", "checkpoints", "techniques"] as const;
export type ProgressUnit = (typeof PROGRESS_UNITS)[number];

/** Why a claim does not count. Each has words in both languages. */
export const NOT_COUNTED_REASONS = [
  "waiting",
  "sentBack",
  "withdrawn",
  "kindNotAsked",
  "supervisionMissing",
  "supervisionTooLow",
  "supervisionTooHigh",
  "mentorAbsent",
  "evidenceMissing",
  "partsMissing",
  "sameIncident",
  "exerciseNotCounted",
  "outsidePeriod",
  "beforeBreak",
  "sameMonth",
  "noNumbers",
  "notOnList",
  "sameItem",
  "notASubCase",
  "notATechnique",
] as const;
export type NotCountedReason = (typeof NOT_COUNTED_REASONS)[number];

export type NotCounted = {
  readonly claimId: string;
  readonly reason: NotCountedReason;
  /** Parts that were missing, for `partsMissing`. */
  readonly missing?: readonly string[];
};

/** Occasions and months have slots up to this number; where more are needed there are none, and a bar says it. */
export const SLOT_CAP = 24;

/** One cell of a strip: an occasion, a month, an item, a sub-case, a checkpoint. */
export type Slot = {
  readonly state: "verified" | "waiting" | "now" | "open" | "gap" | "before" | "sentBack" | "noOccasion" | "leave";
  /** Code of a part, item, sub-case or technique. */
  readonly code?: string;
  readonly day?: PlainDay;
  readonly month?: PlainMonth;
  readonly claimId?: string;
  /** For an occasion with required parts: which were shown and which were not. */
  readonly shown?: readonly string[];
  readonly missing?: readonly string[];
};

/**
 * The next useful act towards a part; the page words it and links it. `none`: it is met, or nothing a trainee does helps.
 * `remaining` of `record` is what is still to be logged (for `month`, where one is named), waiting claims not counted again.
 * `by` is the last day on which it still helps (a month about to break a cadence, a count about to leave the window).
 */
export type NextAct =
  | { readonly act: "none" }
  | { readonly act: "record"; readonly remaining: number; readonly by?: PlainDay; readonly month?: PlainMonth }
  | { readonly act: "awaitVerification"; readonly waiting: number }
  | { readonly act: "correct"; readonly claimId: string; readonly missing?: readonly string[] }
  | { readonly act: "askJudgement"; readonly checkpoints: readonly string[] }
  | { readonly act: "answerRemark"; readonly remarkId: string }
  | { readonly act: "read"; readonly items: readonly string[] }
  | { readonly act: "drill"; readonly subCases: readonly string[] }
  | { readonly act: "useTechnique"; readonly techniques: readonly string[] }
  | { readonly act: "waitUntil"; readonly day: PlainDay }
  | { readonly act: "judgeMore"; readonly remaining: number; readonly mistakesAllowed: number }
  | { readonly act: "organisationSetsList"; readonly param: string };

/**
 * Progress is a tree: a leaf states have, need and direction; a composite holds parts.
 * `met` is the only place where a criterion is decided. Nothing judged is never met; an empty list is never met.
 */
export type Progress = {
  readonly kind: string;
  /** Which half of a rule this is, for wording: a part's code, `judged`, `ratio`, `months`, `perMonth`, … */
  readonly label?: string;
  readonly have: number;
  readonly need: number;
  readonly unit: ProgressUnit;
  /** ≥: have must reach need. <: have must stay below need. */
  readonly direction: "atLeast" | "below";
  readonly met: boolean;
  /** The first day on which it was met, by the days on which things happened and were judged, where that can be told. */
  readonly metOn?: PlainDay;
  /** Claim ids. A claim of the criterion stands in exactly one of counted, notCounted and waiting. */
  readonly counted: readonly string[];
  readonly notCounted: readonly NotCounted[];
  readonly waiting: readonly string[];
  readonly slots: readonly Slot[];
  readonly next: NextAct;
  /** For a composite, whose have and need are its headline: those of a leading part, or how many parts are met. */
  readonly combine?: "any" | "all";
  readonly parts: readonly Progress[];
};

/** A criterion's progress: its rule's tree, and the remarks that hold it open. */
export type CriterionProgress = Progress & {
  readonly criterionCode: string;
  readonly openRemarkIds: readonly string[];
};

/** How much of it is there, 0–1: what the pale arc of a ring shows. 1 only where it is met. */
export const fractionMet = (progress: Progress): number => (progress.met ? 1 : Math.min(0.99, fractionThere(progress)));

function fractionThere({ direction, have, need, combine, parts }: Progress): number {
  const ofParts = parts.map(fractionMet);
  if (combine === "any") return Math.max(0, ...ofParts);
  if (combine === "all") return ofParts.reduce((sum, part) => sum + part, 0) / Math.max(1, parts.length);
  return direction === "below" || need === 0 ? 0 : have / need;
}

/** What one claim does for a criterion: it counts, or the reason why it does not; null where the claim is not its own. */
export function claimEffect(progress: Progress, claimId: string): "counted" | NotCountedReason | null {
  if (progress.counted.includes(claimId)) return "counted";
  if (progress.waiting.includes(claimId)) return "waiting";
  return progress.notCounted.find((each) => each.claimId === claimId)?.reason ?? null;
}
