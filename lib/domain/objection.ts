import { objectionByFacts, objectionByParts, partCodesOf, partsModeOf } from "./criterion/claims";
import type { CriterionNode } from "./curriculum";
import type { ClaimFact, ConfirmedFacts } from "./facts";
import type { PolicyValues } from "./policy";
import type { NotCountedReason } from "./progress";
import { conditionOf, kindsServing, leavesOf } from "./record-needs";
import type { CriterionRule, RecordKind } from "./rule";

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
  const context = {
    criterionCode,
    leastSupervision: null,
    enrolledOn: "",
    claims: [],
    attestations: [],
    leaves: [],
    policy,
    calendar: NO_CALENDAR,
    drillCases: [],
  };
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
