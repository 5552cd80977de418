import type { PlainDay } from "./calendar";
import { progressOf } from "./criterion";
import { objectionByFacts, objectionByParts, partCodesOf, partsModeOf } from "./criterion/claims";
import type { CriterionNode, DrillCase } from "./curriculum";
import type { ClaimFact, ConfirmedFacts, CriterionFacts } from "./facts";
import type { PolicyValues } from "./policy";
import type { CriterionProgress, NextAct, NotCountedReason } from "./progress";
import { conditionOf, kindsServing, leavesOf, partsOf, techniquesOf } from "./record-needs";
import type { CriterionRule, RecordKind } from "./rule";

/** What a record would do for a criterion before it is logged: the page asks the same functions that decide later. */

export type ProspectMeasure = {
  readonly facts: CriterionFacts;
  readonly policy: PolicyValues;
  readonly today: PlainDay;
  readonly fiscalYearStartMonth: number;
  readonly drillCases: readonly DrillCase[];
};

/** The progress with one more verified claim that shows everything the rule asks for. */
export function ifOneMore(
  criterion: CriterionNode,
  progress: CriterionProgress,
  { facts, policy, today, fiscalYearStartMonth, drillCases }: ProspectMeasure,
): CriterionProgress {
  const claim = idealClaim(criterion, progress.next, today);
  const calendar = { today, fiscalYearStartMonth };
  return progressOf(criterion, { ...facts, claims: [...facts.claims, claim] }, policy, calendar, drillCases);
}

function idealClaim({ code, rule }: CriterionNode, next: NextAct, today: PlainDay): ClaimFact {
  const shown = idealFacts(rule);
  return {
    claimId: "ffffffff-ffff-7fff-bfff-ffffffffffff",
    recordId: "",
    criterionCode: code,
    title: "",
    kind: kindsServing(rule)?.[0] ?? "other",
    happenedOn: today,
    periodCovered: next.act === "record" ? (next.month ?? null) : null,
    incidentRef: null,
    subCase: next.act === "drill" ? (next.subCases[0] ?? null) : null,
    technique: next.act === "useTechnique" ? (next.techniques[0] ?? null) : (techniquesOf(rule)[0] ?? null),
    readingItem: next.act === "read" ? (next.items[0] ?? null) : null,
    evidenceCount: 100,
    claimed: shown,
    standing: "verified",
    confirmed: shown,
  };
}

function idealFacts(rule: CriterionRule): ConfirmedFacts {
  const [wanted] = leavesOf(rule).flatMap((leaf) => {
    const { minSupervision, maxSupervision } = conditionOf(leaf);
    return minSupervision ?? maxSupervision ?? (leaf.kind === "caseDrill" ? leaf.minSupervision : []);
  });
  return { supervision: wanted ?? null, mentorPresent: true, parts: partsOf(rule), judged: 1, right: 1 };
}

/** What is filled in so far. */
export type Prospect = ConfirmedFacts & { readonly kind: RecordKind; readonly evidenceCount: number };

/** Why a claim on this rule would not count as filled in; null where it would, by any of its leaves. */
export function objectionTo(
  { code, rule }: Pick<CriterionNode, "code" | "rule">,
  prospect: Prospect,
  policy: PolicyValues,
): { readonly reason: NotCountedReason; readonly missing?: readonly string[] } | null {
  const objections = leavesOf(rule).map((leaf) => objectionOfLeaf(leaf, code, prospect, policy));
  return objections.includes(null) ? null : (objections[0] ?? null);
}

function objectionOfLeaf(leaf: CriterionRule, criterionCode: string, prospect: Prospect, policy: PolicyValues) {
  const { kind, evidenceCount, ...seen } = prospect;
  const kinds = kindsServing(leaf);
  if (leaf.kind === "attest") return null;
  if (kinds && !("counts" in leaf) && !kinds.includes(kind)) return { reason: "kindNotAsked" as const };
  const condition = leaf.kind === "caseDrill" ? { minSupervision: leaf.minSupervision } : conditionOf(leaf);
  const context = { criterionCode, claims: [], attestations: [], policy, calendar: NO_CALENDAR, drillCases: [] };
  const occasion = { claim: { ...NO_CLAIM, criterionCode, kind, evidenceCount }, seen };
  const reason = objectionByFacts(occasion, condition, context);
  return reason ? { reason } : objectionByParts(occasion, partCodesOf(condition), partsModeOf(condition, context));
}

const NO_CALENDAR = { today: "", fiscalYearStartMonth: 4 };
const NO_FACTS: ConfirmedFacts = { supervision: null, mentorPresent: false, parts: [], judged: null, right: null };
const NO_CLAIM: ClaimFact = {
  claimId: "",
  recordId: "",
  criterionCode: "",
  title: "",
  kind: "other",
  happenedOn: "",
  periodCovered: null,
  incidentRef: null,
  subCase: null,
  technique: null,
  readingItem: null,
  evidenceCount: 0,
  claimed: NO_FACTS,
  standing: "waiting",
  confirmed: null,
};
