import type { ClaimFact, CriterionFacts } from "./facts";
import type { NotCountedReason } from "./progress";
import { conditionOf, leavesOf } from "./record-needs";
import type { CountCondition, CriterionRule } from "./rule";

/** What the system has checked of a claim before a mentor looks: each of the rule's conditions, held or not. */

export const CLAIM_CHECKS = [
  "kind",
  "supervisionAtLeast",
  "supervisionAtMost",
  "mentorPresent",
  "evidence",
  "distinctIncident",
  "period",
  "numbers",
  "parts",
  "subCase",
  "technique",
  "readingItem",
] as const;
export type ClaimCheckName = (typeof CLAIM_CHECKS)[number];
export type ClaimCheck = {
  readonly check: ClaimCheckName;
  readonly holds: boolean;
  /** The number that is asked for, where there is one. */
  readonly asked: number | null;
};

/** What one claim does for its criterion, as `claimEffect` says. */
type Effect = "counted" | NotCountedReason | null;
type Checked = { readonly claim: ClaimFact; readonly effect: Effect };

/** The facts as they would be if the claim were verified as claimed, with the remarks settled that this settles. */
export const ifVerified = (facts: CriterionFacts, claimId: string, settled: readonly string[]): CriterionFacts => ({
  ...facts,
  claims: facts.claims.map((claim) =>
    claim.claimId === claimId ? { ...claim, standing: "verified", confirmed: claim.claimed } : claim,
  ),
  openRemarks: facts.openRemarks.filter(({ remarkId }) => !settled.includes(remarkId)),
});

/** In the order of `CLAIM_CHECKS`, each once. `effect`: what the claim would do once verified. */
export function checksOf(rule: CriterionRule, claim: ClaimFact, effect: Effect): readonly ClaimCheck[] {
  const all = leavesOf(rule).flatMap((leaf) => [
    ...ofCondition(conditionOf(leaf), { claim, effect }),
    ...ofKind(leaf, { claim, effect }),
  ]);
  return CLAIM_CHECKS.flatMap((name) => all.find(({ check }) => check === name) ?? []);
}

const check = (name: ClaimCheckName, holds: boolean, asked: number | null = null): ClaimCheck => ({
  check: name,
  holds,
  asked,
});

const level = ({ claimed }: ClaimFact) => claimed.supervision ?? 0;

function ofCondition(condition: CountCondition, { claim, effect }: Checked): ClaimCheck[] {
  const { kinds, minSupervision, maxSupervision, mentorPresent, minEvidence, distinctIncidents, parts } = condition;
  const isOfKind = effect !== "kindNotAsked" && effect !== "exerciseNotCounted";
  const shown = (parts ?? []).filter(({ code }) => claim.claimed.parts.includes(code));
  return [
    kinds ? check("kind", isOfKind) : null,
    minSupervision ? check("supervisionAtLeast", level(claim) >= minSupervision, minSupervision) : null,
    maxSupervision ? check("supervisionAtMost", isUpTo(maxSupervision, claim), maxSupervision) : null,
    mentorPresent ? check("mentorPresent", claim.claimed.mentorPresent) : null,
    minEvidence ? check("evidence", claim.evidenceCount >= minEvidence, minEvidence) : null,
    distinctIncidents ? check("distinctIncident", effect !== "sameIncident") : null,
    parts ? check("parts", effect !== "partsMissing" && shown.length > 0, parts.length) : null,
  ].filter((each) => each !== null);
}

const isUpTo = (most: number, claim: ClaimFact) => level(claim) > 0 && level(claim) <= most;

function ofKind(leaf: CriterionRule, { claim, effect }: Checked): ClaimCheck[] {
  switch (leaf.kind) {
    case "cadence":
      return [check("period", effect !== "sameMonth")];
    case "accuracy":
      return [check("numbers", claim.claimed.judged !== null && claim.claimed.right !== null)];
    case "caseDrill":
      return [
        check("subCase", claim.subCase !== null && effect !== "notASubCase"),
        check("supervisionAtLeast", level(claim) >= leaf.minSupervision, leaf.minSupervision),
      ];
    case "techniques":
      return [check("technique", claim.technique !== null && effect !== "notATechnique")];
    case "reading":
      return [check("readingItem", claim.readingItem !== null && effect !== "notOnList")];
    default:
      return [];
  }
}
