import type { PlainDay } from "./calendar";
import { type Proficiency, proficiencyOf, type StepNumber } from "./proficiency";

/** Where a person stands in one enrolment. The stored `PersonStanding` is this, kept for speed. */
export type PersonStanding = {
  /** Highest STEP completed without a gap; 0 is education, null before any. */
  readonly completedStep: StepNumber | null;
  /** The next STEP to be signed off; null when there is none left. */
  readonly openStep: StepNumber | null;
  readonly proficiency: Proficiency | null;
  /** The day of the latest work that was verified: what currency looks at (product.md, 12). */
  readonly lastVerifiedOn: PlainDay | null;
};

export type StandingFacts = {
  /** Null for basic education, which has one STEP. */
  readonly roleGroupCode: string | null;
  /** STEPs signed off or recognised, and not revoked, in any order. */
  readonly completedSteps: readonly StepNumber[];
  readonly lastVerifiedOn: PlainDay | null;
};

/** A STEP above a gap gives nothing until the gap is closed; STEP1 recognised without its education is no gap. */
export function standingOf({ roleGroupCode, completedSteps, lastVerifiedOn }: StandingFacts): PersonStanding {
  const has = (step: StepNumber) => completedSteps.includes(step);
  const completedStep = roleGroupCode === null ? educationOf(has) : highestOf(has);
  const openStep = roleGroupCode === null ? (has(0) ? null : 0) : NEXT[completedStep ?? "none"];
  const proficiency = roleGroupCode === null ? null : proficiencyOf(completedStep);
  return { completedStep, openStep, proficiency, lastVerifiedOn };
}

const NEXT = { none: 0, 0: 1, 1: 2, 2: 3, 3: null } as const;

const educationOf = (has: (step: StepNumber) => boolean): StepNumber | null => (has(0) ? 0 : null);

function highestOf(has: (step: StepNumber) => boolean): StepNumber | null {
  if (!has(1)) return educationOf(has);
  if (!has(2)) return 1;
  return has(3) ? 3 : 2;
}
