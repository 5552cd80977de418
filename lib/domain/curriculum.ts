import type { CriterionRule } from "./rule";

/** What an enrolment is measured against: codes, structure and rules, without words (product.md, 15). */

export const ROLE_GROUP_CODES = [
  "liaison-coordination",
  "incident-response",
  "soc-monitoring",
  "vulnerability-management",
  "forensics",
  "security-management",
  "development-support",
] as const;
export type RoleGroupCode = (typeof ROLE_GROUP_CODES)[number];

export const TRACKS = ["management", "diagnosis"] as const;
export type Track = (typeof TRACKS)[number];

export type TopicNode = { readonly code: string; readonly assumed?: true; readonly children: readonly TopicNode[] };
export type TaskNode = {
  readonly code: string;
  readonly kind: "study" | "work";
  readonly track?: Track;
  readonly case?: string;
  readonly children: readonly TaskNode[];
};
export type ItemNode = { readonly code: string; readonly track?: Track; readonly children: readonly ItemNode[] };
/** A leaf criterion; headings of the source are flattened away, their track kept. */
export type CriterionNode = {
  readonly code: string;
  readonly track?: Track;
  readonly heading?: string;
  readonly mode?: string;
  readonly rule: CriterionRule;
};
export type StepStructure = {
  readonly step: 1 | 2 | 3;
  readonly goals: readonly ItemNode[];
  readonly tasks: readonly TaskNode[];
  readonly references: readonly ItemNode[];
  readonly criteria: readonly CriterionNode[];
};
export type RoleGroupStructure = {
  readonly code: RoleGroupCode;
  readonly number: number;
  readonly tracks: readonly Track[];
  readonly commonEducation: readonly TopicNode[];
  readonly steps: readonly StepStructure[];
};
export type DrillCase = { readonly code: string; readonly subCases: readonly string[] };
export type EditionStructure = {
  readonly basicEducation: readonly TopicNode[];
  readonly roleGroups: readonly RoleGroupStructure[];
  readonly drillCases: readonly DrillCase[];
};
