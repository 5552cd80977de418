import { type Actor, type EnrolmentRef, type Pool, reviewQuality } from "./access";
import type { Judgement } from "./facts";
import type { PolicyValues } from "./policy";
import { accept, type Decision, refuse } from "./result";
import type { AttestRule, CriterionRule } from "./rule";

export type CheckpointJudgement = { readonly checkpoint: string; readonly judgement: Judgement; readonly comment: string };

export type AttestationRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "NothingJudged" }
  | { readonly code: "NotAJudgedCriterion" }
  | { readonly code: "CheckpointUnknown" }
  | { readonly code: "OccasionNotConditional" }
  | { readonly code: "NoOccasionNeedsReason" }
  | { readonly code: "NotYetNeedsReason" };

/** The attested part of a rule, wherever it stands in it. */
export function attestRuleIn(rule: CriterionRule): AttestRule | null {
  if (rule.kind === "attest") return rule;
  if (rule.kind !== "allOf" && rule.kind !== "anyOf") return null;
  for (const part of rule.of) {
    const found = attestRuleIn(part);
    if (found) return found;
  }
  return null;
}

/** Checkpoint codes of an attested rule; one for each item where the organisation keeps the list. */
export function checkpointsOf({ checkpoints }: AttestRule, policy: PolicyValues): readonly string[] {
  if (!("fromList" in checkpoints)) return checkpoints.map(({ code }) => code);
  const list = policy[checkpoints.fromList];
  return Array.isArray(list) ? list.map(({ code }) => code) : [];
}

type Attesting = {
  readonly rule: CriterionRule;
  readonly policy: PolicyValues;
  readonly enrolment: EnrolmentRef;
  readonly pool: Pool;
};

/** Judges checkpoints one by one. 'No occasion' is open to conditional criteria only, with a reason (product.md, 10). */
export function attest(
  judged: readonly CheckpointJudgement[],
  { rule, policy, enrolment, pool }: Attesting,
  actor: Actor,
): Decision<{ quality: "mentor" | "reviewer" }, AttestationRefusal> {
  const quality = reviewQuality(actor, enrolment, pool);
  if (!quality) return refuse({ code: "NotFound" });
  const attested = attestRuleIn(rule);
  if (!attested) return refuse({ code: "NotAJudgedCriterion" });
  if (judged.length === 0) return refuse({ code: "NothingJudged" });
  const known = checkpointsOf(attested, policy);
  if (judged.some(({ checkpoint }) => !known.includes(checkpoint))) return refuse({ code: "CheckpointUnknown" });
  const lacking = judged.find(({ judgement, comment }) => judgement !== "met" && comment === "");
  if (judged.some(({ judgement }) => judgement === "noOccasion") && !attested.conditional)
    return refuse({ code: "OccasionNotConditional" });
  if (lacking) return refuse({ code: lacking.judgement === "noOccasion" ? "NoOccasionNeedsReason" : "NotYetNeedsReason" });
  return accept({ quality });
}
