import type { CountCondition, CriterionRule, RecordKind, RULE_KINDS } from "./rule";

/** What a rule wants from a record: which kinds serve it, which fields it needs, which parts it names. */

/** A field that a record needs, because of a criterion it claims. */
export const NEEDED_FIELDS = [
  "supervision",
  "mentorPresent",
  "incidentRef",
  "periodCovered",
  "subCase",
  "judged",
  "right",
  "technique",
  "readingItem",
  "evidence",
  "parts",
] as const;
export type NeededField = (typeof NEEDED_FIELDS)[number];

/** Leaves of a rule: what its claims are looked at for. */
export function leavesOf(rule: CriterionRule): readonly CriterionRule[] {
  return rule.kind === "anyOf" || rule.kind === "allOf" ? rule.of.flatMap(leavesOf) : [rule];
}

/** What a leaf asks of a claim. */
export const conditionOf = (leaf: CriterionRule): CountCondition => ("counts" in leaf ? leaf.counts : {});

const FIELDS_OF_KIND: Partial<Record<(typeof RULE_KINDS)[number], readonly NeededField[]>> = {
  cadence: ["periodCovered"],
  accuracy: ["judged", "right"],
  reading: ["readingItem"],
  caseDrill: ["subCase", "supervision"],
  techniques: ["technique"],
};

function fieldsOfLeaf(leaf: CriterionRule): readonly NeededField[] {
  const { minSupervision, maxSupervision, mentorPresent, minEvidence, distinctIncidents, parts } = conditionOf(leaf);
  const asked: readonly (readonly [unknown, NeededField])[] = [
    [minSupervision ?? maxSupervision, "supervision"],
    [mentorPresent, "mentorPresent"],
    [minEvidence, "evidence"],
    [distinctIncidents, "incidentRef"],
    [parts ?? (leaf.kind === "attest" ? leaf.parts : undefined), "parts"],
  ];
  return [...(FIELDS_OF_KIND[leaf.kind] ?? []), ...asked.flatMap(([when, field]) => (when ? [field] : []))];
}

/** The fields that a claim on this rule needs, and no others. */
export const fieldsNeededBy = (rule: CriterionRule): readonly NeededField[] => [
  ...new Set(leavesOf(rule).flatMap(fieldsOfLeaf)),
];

const kindsOfLeaf = (leaf: CriterionRule): readonly RecordKind[] | null => {
  if (leaf.kind === "reading") return ["reading"];
  if (leaf.kind === "caseDrill") return ["drillCase", "exercise", "incident"];
  const { kinds, exercisesCount } = conditionOf(leaf);
  // Whether they count is policy: the form says so where they do not.
  return kinds && exercisesCount ? [...new Set([...kinds, ...STAND_INS])] : (kinds ?? null);
};
const STAND_INS: readonly RecordKind[] = ["exercise", "drillCase"];

/** Kinds of record that can serve a rule; null means any. */
export function kindsServing(rule: CriterionRule): readonly RecordKind[] | null {
  const leaves = leavesOf(rule).map(kindsOfLeaf);
  return leaves.some((kinds) => kinds === null) ? null : [...new Set(leaves.flatMap((kinds) => kinds ?? []))];
}

/** Records serve it at all: a rule that a mentor only judges has nothing for a record to add, but may still be claimed. */
export const countsRecords = (rule: CriterionRule): boolean => leavesOf(rule).some(({ kind }) => kind !== "attest");

/** Parts that a claim may show: those the rule names. */
export const partsOf = (rule: CriterionRule): readonly string[] => [
  ...new Set(
    leavesOf(rule).flatMap((leaf) =>
      (conditionOf(leaf).parts ?? (leaf.kind === "attest" ? (leaf.parts ?? []) : [])).map(({ code }) => code),
    ),
  ),
];

/** Techniques that the rule counts. */
export const techniquesOf = (rule: CriterionRule): readonly string[] =>
  leavesOf(rule).flatMap((leaf) => (leaf.kind === "techniques" ? leaf.of.map(({ code }) => code) : []));

/** Lists of the organisation whose items the rule reads. */
export const readingListsOf = (rule: CriterionRule): readonly string[] =>
  leavesOf(rule).flatMap((leaf) => (leaf.kind === "reading" ? [leaf.list] : []));

/** Needs the sub-case of the drill. */
export const drillsCases = (rule: CriterionRule): boolean => leavesOf(rule).some(({ kind }) => kind === "caseDrill");

/** A criterion chosen for a record, with the kind of the last record that claimed it. */
export type ChosenCriterion = { readonly rule: CriterionRule; readonly lastKind: RecordKind | null };

/** The kind where nobody said it: the last one used for these criteria, else the first that serves them all. */
export function inferKind(chosen: readonly ChosenCriterion[]): RecordKind {
  const serving = chosen.map(({ rule }) => kindsServing(rule));
  const fits = (kind: RecordKind) => serving.every((kinds) => kinds === null || kinds.includes(kind));
  const used = chosen.flatMap(({ lastKind }) => lastKind ?? []).find(fits);
  const listed = serving.flatMap((kinds) => kinds ?? []);
  return used ?? listed.find(fits) ?? listed[0] ?? "other";
}
