import { z } from "zod";
import type { ListEntry, Wording, Words } from "@/lib/content/schema";
import type {
  CriterionNode,
  EditionStructure,
  RoleGroupCode,
  RoleGroupStructure,
  StepStructure,
  Track,
} from "@/lib/domain/curriculum";
import type { StepNumber } from "@/lib/domain/proficiency";
import type { Locale } from "@/lib/platform/format";

/** A criterion with its place in the curriculum. */
export type PlacedCriterion = CriterionNode & { readonly roleGroup: RoleGroupCode; readonly step: 1 | 2 | 3 };

/** One edition, ready to be looked up in. Never changes: it may be kept as long as the process lives. */
export type Curriculum = {
  readonly editionId: string;
  readonly digest: string;
  readonly structure: EditionStructure;
  /** @throws where the edition has no such role group. */
  readonly roleGroup: (code: RoleGroupCode) => RoleGroupStructure;
  readonly stepsOf: (roleGroup: RoleGroupCode) => readonly StepStructure[];
  /** Null where the edition has no such criterion. */
  readonly criterion: (code: string) => PlacedCriterion | null;
  /** Criteria of a STEP that apply to an enrolment of these tracks, in order. Empty for STEP 0. */
  readonly criteriaOf: (
    roleGroup: RoleGroupCode | null,
    step: StepNumber,
    tracks: readonly Track[],
  ) => readonly CriterionNode[];
  /** Leaf topics to be learned and confirmed: basic education for null, else the role group's common education. */
  readonly topicsOf: (roleGroup: RoleGroupCode | null) => readonly string[];
  /** Leaf tasks of a STEP that apply to these tracks, in order. */
  readonly tasksOf: (roleGroup: RoleGroupCode, step: 1 | 2 | 3, tracks: readonly Track[]) => readonly string[];
};

/** The same shape with every `{ ja, en }` put in one language. */
export type Localised<T> = T extends Words
  ? string
  : T extends readonly (infer E)[]
    ? readonly Localised<E>[]
    : T extends object
      ? { readonly [K in keyof T]: Localised<T[K]> }
      : T;

export type LocalWording = Localised<Wording>;
export type LocalItem = LocalWording["items"][string];
export type LocalRoleGroup = LocalWording["roleGroups"][number];
export type LocalPolicy = LocalWording["policy"][number];
export type LocalListEntry = Localised<ListEntry>;

/** The words of the curriculum in one language, by code. An unknown code is worded by itself, never an error. */
export type CurriculumWords = {
  readonly locale: Locale;
  /** Digest of the wording: a sign-off keeps which one it rested on. */
  readonly revision: string;
  readonly all: LocalWording;
  readonly item: (code: string) => LocalItem;
  /** The short title of a criterion; the text of what has none. */
  readonly title: (code: string) => string;
  readonly text: (code: string) => string;
  /** A checkpoint, part or technique of a criterion. */
  readonly part: (criterionCode: string, partCode: string) => string;
  readonly subCase: (code: string) => string;
  readonly drillCase: (code: string) => string;
  /** @throws where there are no words for the role group. */
  readonly roleGroup: (code: RoleGroupCode) => LocalRoleGroup;
  readonly policy: (code: string) => LocalPolicy | null;
  /** Title of an entry of a list parameter, as our default lists it; else its code. */
  readonly listEntry: (param: string, code: string) => LocalListEntry;
};

export const SEARCH_KINDS = [
  "roleGroup",
  "description",
  "topic",
  "goal",
  "task",
  "criterion",
  "reference",
  "role",
  "drillCase",
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** A stretch of text that is, or is not, what was searched for; `at` is where it begins. */
export type Piece = { readonly at: number; readonly text: string; readonly isHit: boolean };

export type SearchHit = {
  readonly code: string;
  readonly kind: SearchKind;
  readonly roleGroup: RoleGroupCode | null;
  /** 0 is basic or common education; null belongs to no STEP. */
  readonly step: 0 | 1 | 2 | 3 | null;
  readonly href: string;
  /** Added by the organisation or a team. */
  readonly isLocal: boolean;
  readonly title: readonly Piece[];
  readonly text: readonly Piece[];
  /** The words of the other language, where only they hold the query. */
  readonly inOther: { readonly language: Locale; readonly text: readonly Piece[] } | null;
};

/** The first hits of one role group, and how many there are. */
export type SearchGroup = {
  readonly roleGroup: RoleGroupCode | null;
  readonly count: number;
  readonly hits: readonly SearchHit[];
};

/** For the teams of which the curriculum is read; anything unreadable is the organisation. */
export const readerOf = z.object({ team: z.uuid().nullable().catch(null).default(null) });

/** The `q` of a search address: what is not a usable query is an empty one. */
export const searchQuery = z.object({ q: z.string().trim().max(100).catch("") });
