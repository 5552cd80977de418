import type { PlainDay, TeamCalendar } from "../calendar";
import type { DrillCase } from "../curriculum";
import type { AttestationFact, ClaimFact, CriterionFacts } from "../facts";
import type { LeaveSpan } from "../leave";
import type { PolicyValues } from "../policy";
import type { Supervision } from "../rule";

/** What one criterion's rule looks at: its own facts only, claims in the order in which things happened. */
export type RuleContext = {
  readonly criterionCode: string;
  /** At which a checkpoint is met; null where the source names none. */
  readonly leastSupervision: Supervision | null;
  readonly enrolledOn: PlainDay;
  readonly claims: readonly ClaimFact[];
  readonly attestations: readonly AttestationFact[];
  readonly leaves: readonly LeaveSpan[];
  readonly policy: PolicyValues;
  readonly calendar: TeamCalendar;
  readonly drillCases: readonly DrillCase[];
};

/** By the day it happened, then by id: the order in which facts were loaded never matters. */
export const byDay = (a: ClaimFact, b: ClaimFact): number =>
  compare(a.happenedOn, b.happenedOn) || compare(a.claimId, b.claimId);

const compare = (a: PlainDay, b: PlainDay) => (a < b ? -1 : Number(a > b));

export const ownFacts = (criterionCode: string, { enrolledOn, claims, attestations, leaves }: CriterionFacts) => ({
  criterionCode,
  enrolledOn,
  leaves,
  claims: claims.filter((claim) => claim.criterionCode === criterionCode).sort(byDay),
  attestations: attestations.filter((attestation) => attestation.criterionCode === criterionCode),
});
