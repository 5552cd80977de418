import { objectionTo } from "./objection";
import type { PolicyValues } from "./policy";
import type { StepNumber } from "./proficiency";
import { type DraftClaim, type LogContext, log, type RecordDraft } from "./record";
import { kindsServing, leavesOf } from "./record-needs";
import type { CriterionRule } from "./rule";

/** The values that a STEP of an enrolment is measured by. */
export type PolicyOf = (enrolmentId: string, step: StepNumber) => PolicyValues;

/**
 * What a record that nobody claimed by hand counts for: every open criterion that names its kind, whose fields it has, and for
 * which it would count once verified. A rule that takes any kind is left to the trainee, who alone knows what it was about.
 */
export function claimsShown(draft: RecordDraft, context: LogContext, policyOf: PolicyOf): readonly DraftClaim[] {
  return context.enrolments.flatMap(({ enrolmentId, claimable }) =>
    claimable.flatMap(({ step, criterion: { code, rule } }) => {
      const claim: DraftClaim = { enrolmentId, criterionCode: code, parts: [] };
      const would = wouldCount(rule, code, { draft, policy: policyOf(enrolmentId, step) });
      return would && log({ ...draft, claims: [claim] }, context).ok ? [claim] : [];
    }),
  );
}

type Measured = { readonly draft: RecordDraft; readonly policy: PolicyValues };

function wouldCount(rule: CriterionRule, code: string, { draft, policy }: Measured): boolean {
  const { supervision, mentorPresentId, mentorPresentName, judged, right, kind, evidence } = draft;
  const mentorPresent = mentorPresentId !== null || mentorPresentName !== null;
  const shown = { supervision, mentorPresent, parts: [], judged, right, kind, evidenceCount: evidence.length };
  return leavesOf(rule).some(
    (leaf) =>
      leaf.kind !== "attest" &&
      kindsServing(leaf)?.includes(kind) &&
      objectionTo({ code, rule: leaf }, shown, policy) === null,
  );
}
