import type { PlainDay } from "./calendar";
import { progressOf } from "./criterion";
import type { CriterionNode, DrillCase } from "./curriculum";
import type { ClaimFact, ConfirmedFacts, CriterionFacts } from "./facts";
import type { PolicyValues } from "./policy";
import type { CriterionProgress, NextAct } from "./progress";
import { conditionOf, kindsServing, leavesOf, partsOf, techniquesOf } from "./record-needs";
import type { CriterionRule } from "./rule";

/** What one more record would do for a criterion: the same functions say so that decide later. */

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
