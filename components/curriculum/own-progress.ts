import type { PlainDay } from "@/lib/domain/calendar";

export type OwnStep = {
  readonly state: "signedOff" | "recognised" | "open" | "later";
  /** The day it was signed off or recognised, as the reader sees days. */
  readonly on: PlainDay | null;
};

/** Where the reader stands in the role group of the page. */
export type OwnProgress = {
  readonly steps: Readonly<Record<1 | 2 | 3, OwnStep>>;
  /** Codes of the criteria that are met. */
  readonly met: ReadonlySet<string>;
  /** Sub-cases with a verified or a waiting record. */
  readonly subCases: ReadonlyMap<string, "verified" | "waiting">;
  /** Own page of this enrolment. */
  readonly href: string;
};
