import type { EditionStructure, RoleGroupCode, Track } from "@/lib/domain/curriculum";
import type { PolicyValue } from "@/lib/domain/policy";

/** What the content files say, once read: structure for the edition, words for its readers. Both are stored as JSON. */

export type Words = { readonly ja: string; readonly en: string };

/** Words of one item of the source, or of one of ours. `source` is empty where the item is not the source's. */
export type ItemWords = {
  readonly source: readonly string[];
  readonly text: Words;
  readonly title?: Words;
  readonly note?: Words;
  readonly publisher?: string;
  readonly url?: string;
  /** Added by the organisation, not of the source. */
  readonly local?: true;
};

/** An item of 4.n.1: it is read, never ticked, so it stands among the words. */
export type DescriptionWords = { readonly code: string; readonly children: readonly DescriptionWords[] };

export type RoleGroupWords = {
  readonly code: RoleGroupCode;
  readonly number: number;
  readonly source: string;
  readonly name: Words;
  readonly shortName: Words;
  readonly summary: Words;
  readonly normalTimes: readonly Words[];
  readonly duringIncident: readonly Words[];
  readonly description: readonly DescriptionWords[];
  readonly descriptionNotes: readonly Words[];
  /** Table 4-n: who enters each STEP, and what the STEP is in this role group. */
  readonly stepTable: readonly { readonly step: 1 | 2 | 3; readonly entrant: Words; readonly text: Words }[];
  /** What the source says over the tasks of a STEP, where it says something. */
  readonly tasksIntro: readonly { readonly step: 1 | 2 | 3; readonly text: Words }[];
  readonly tracks: Readonly<Partial<Record<Track, Words>>>;
};

export type CsirtRoleWords = {
  readonly code: string;
  readonly function: Words;
  readonly name: Words;
  readonly duty: Words | null;
  readonly roleGroup: RoleGroupCode | null;
  /** The open point of the source that this row rests on (A4). */
  readonly reading: string | null;
  readonly note: Words | null;
};

export type StepWords = {
  readonly number: number;
  readonly covered: boolean;
  readonly entrant: Words;
  readonly reaches: Words;
  readonly text: Words;
  readonly note: Words | null;
};

export type DrillCaseWords = {
  readonly code: string;
  readonly number: number;
  readonly name: Words;
  readonly description: Words;
  readonly subCases: readonly { readonly code: string; readonly name: Words }[];
};

export type ListEntry = { readonly code: string; readonly title: Words; readonly url?: string; readonly note?: Words };

export type PolicyType =
  | { readonly kind: "number"; readonly unit: PolicyUnit; readonly min: number; readonly max: number }
  | { readonly kind: "choice"; readonly options: readonly { readonly code: string; readonly name: Words }[] }
  | { readonly kind: "flag" }
  | { readonly kind: "list"; readonly item: PolicyListKind; readonly min: number; readonly max: number };

export const POLICY_UNITS = ["times", "months", "percent", "items", "timesPerMonth", "hours", "days"] as const;
export type PolicyUnit = (typeof POLICY_UNITS)[number];
export const POLICY_LIST_KINDS = ["reading", "scope", "incidentKind"] as const;
export type PolicyListKind = (typeof POLICY_LIST_KINDS)[number];

/** A parameter of the organisation: `named` ones are the source's, `platform` ones are ours. */
export type PolicyDefinition = {
  readonly code: string;
  readonly origin: "named" | "silent" | "platform";
  readonly roleGroup: RoleGroupCode | null;
  readonly step: 1 | 2 | 3 | null;
  /** Sources of the criteria that it measures. */
  readonly usedBy: readonly string[];
  /** The criterion it belongs to, for `<criterion code>.exercisesCount` and `<criterion code>.latest`. */
  readonly criterion: string | null;
  readonly sourceTerm: string | null;
  readonly title: Words;
  readonly reason: Words;
  readonly type: PolicyType;
  readonly default: PolicyValue | readonly ListEntry[];
  readonly defaultIsOurs: boolean;
};

export type Wording = {
  /** By item code: topics, goals, tasks, references, criteria, headings and descriptions. */
  readonly items: Readonly<Record<string, ItemWords>>;
  /** Checkpoints, parts and techniques, by `<criterion code>/<part code>`. */
  readonly parts: Readonly<Record<string, Words>>;
  readonly basicIntro: Words;
  readonly roleGroups: readonly RoleGroupWords[];
  readonly roles: readonly CsirtRoleWords[];
  readonly steps: readonly StepWords[];
  readonly cases: readonly DrillCaseWords[];
  readonly policy: readonly PolicyDefinition[];
};

/** Everything below content/ that the database keeps. */
export type Content = {
  readonly structure: EditionStructure;
  readonly structureDigest: string;
  readonly words: Wording;
  readonly wordsDigest: string;
};
