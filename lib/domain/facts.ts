import type { PlainDay, PlainMonth } from "./calendar";
import type { LeaveSpan } from "./leave";
import type { RecordKind, Supervision } from "./rule";

/** TLP 2.0. RED holds a reference only, readable by the trainee and the named mentor. */
export const TLP_LABELS = ["RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR"] as const;
export type TlpLabel = (typeof TLP_LABELS)[number];

/** What one verification confirmed; a claim counts only by what stands here, never by what was claimed. */
export type ConfirmedFacts = {
  readonly supervision: Supervision | null;
  readonly mentorPresent: boolean;
  readonly parts: readonly string[];
  readonly judged: number | null;
  readonly right: number | null;
};

/** waiting: nobody has judged it. sentBack: returned with a reason. withdrawn: taken back, or moved to a corrected record. */
export type ClaimStanding = "waiting" | "verified" | "sentBack" | "withdrawn";

/** A `RecordClaim` with the facts of its record that rules look at. */
export type ClaimFact = {
  readonly claimId: string;
  readonly recordId: string;
  readonly criterionCode: string;
  readonly title: string;
  readonly kind: RecordKind;
  readonly happenedOn: PlainDay;
  /** The month that a report is for; null means the month it happened in. */
  readonly periodCovered: PlainMonth | null;
  readonly incidentRef: string | null;
  readonly subCase: string | null;
  readonly technique: string | null;
  readonly readingItem: string | null;
  readonly evidenceCount: number;
  /** What the trainee claimed. */
  readonly claimed: ConfirmedFacts;
  readonly standing: ClaimStanding;
  /** What the latest standing verification confirmed; null unless `standing` is verified. */
  readonly confirmed: ConfirmedFacts | null;
};

export const JUDGEMENTS = ["met", "notYet", "noOccasion"] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

/** The latest standing `Attestation` of one checkpoint. */
export type AttestationFact = {
  readonly criterionCode: string;
  readonly checkpoint: string;
  readonly judgement: Judgement;
  /** How independently it was shown; null where nothing was, and where it was judged before the level was asked for. */
  readonly supervision: Supervision | null;
  readonly judgedOn: PlainDay;
};

/** A send-back that is not settled yet: the criterion cannot be met while it stands. */
export type OpenRemark = { readonly remarkId: string; readonly criterionCode: string };

/** Everything a rule may look at for one enrolment. Lists may come in any order. */
export type CriterionFacts = {
  readonly enrolledOn: PlainDay;
  readonly claims: readonly ClaimFact[];
  readonly attestations: readonly AttestationFact[];
  readonly openRemarks: readonly OpenRemark[];
  /** The trainee's, in any order. */
  readonly leaves: readonly LeaveSpan[];
};
