import { z } from "zod";
import type { PlacedCriterion } from "@/lib/curriculum/schema";
import type { PlainDay, PlainMonth, TeamCalendar } from "@/lib/domain/calendar";
import type { ClaimCheck } from "@/lib/domain/claim-check";
import type { DrillCase, RoleGroupCode } from "@/lib/domain/curriculum";
import type { ClaimFact, ClaimStanding, ConfirmedFacts, CriterionFacts, TlpLabel } from "@/lib/domain/facts";
import type { PolicyValues } from "@/lib/domain/policy";
import type { CriterionProgress, claimEffect } from "@/lib/domain/progress";
import type { RecordKind, Supervision } from "@/lib/domain/rule";
import type { ReviewQuality } from "@/lib/domain/verification";
import { uuid } from "@/lib/platform/fields";

/** The address of a record under review. */
export const recordPath = z.object({ recordId: uuid() });

type Person = { readonly id: string; readonly name: string; readonly latinName: string };

/** What was said about a claim, and what came of it. Instants are ISO 8601 in UTC. */
export type RemarkView = {
  readonly remarkId: string;
  readonly by: Person;
  readonly madeAt: string;
  readonly reason: string;
  readonly answer: string | null;
  readonly isSettled: boolean;
};

/** One claim of the record, on a criterion that the reader may see. */
export type ClaimView = {
  readonly claimId: string;
  readonly enrolmentId: string;
  readonly criterion: PlacedCriterion;
  readonly standing: ClaimStanding;
  /** In which quality the reader decides on it; null where they only look. */
  readonly quality: ReviewQuality | null;
  readonly claim: ClaimFact;
  readonly claimedAt: string;
  readonly isFrozen: boolean;
  readonly verified: {
    readonly verificationId: string;
    readonly by: Person;
    readonly at: string;
    readonly byReviewer: boolean;
    readonly comment: string;
    readonly confirmed: ConfirmedFacts;
  } | null;
  readonly remarks: readonly RemarkView[];
  /** What its criterion is measured by. */
  readonly policy: PolicyValues;
  readonly calendar: TeamCalendar;
  readonly drillCases: readonly DrillCase[];
  readonly timeZone: string;
  readonly before: MeasuredFacts;
  /** The same, were the claim verified as claimed; null where it is not waiting. */
  readonly after: (MeasuredFacts & { readonly effect: ReturnType<typeof claimEffect> }) | null;
  readonly checks: readonly ClaimCheck[];
};
export type MeasuredFacts = { readonly facts: CriterionFacts; readonly progress: CriterionProgress };

/** A record as who reviews it sees it. */
export type RecordView = {
  readonly recordId: string;
  readonly trainee: Person;
  readonly timeZone: string;
  readonly today: PlainDay;
  /** What it says is withheld: TLP:RED, and the reader is not the mentor it names. */
  readonly isReadable: boolean;
  readonly happenedOn: PlainDay;
  readonly loggedAt: string;
  readonly lateDays: number | null;
  /** Records that the trainee logged on the same day, this one included. */
  readonly loggedThatDay: number;
  readonly isCorrection: boolean;
  readonly isWithdrawn: boolean;
  /** It came from a file of work. */
  readonly isImported: boolean;
  readonly kind: RecordKind;
  readonly title: string;
  readonly did: string;
  readonly learned: string;
  readonly supervision: Supervision | null;
  readonly mentorPresent: Person | null;
  readonly mentorPresentName: string | null;
  readonly tlp: TlpLabel;
  readonly incidentRef: string | null;
  readonly periodCovered: PlainMonth | null;
  readonly subCase: string | null;
  readonly technique: string | null;
  readonly readingItem: string | null;
  readonly judged: number | null;
  readonly right: number | null;
  readonly evidence: readonly { readonly kind: "link" | "ticket"; readonly value: string }[];
  /** What was said about the record that this one corrects. */
  readonly earlierRemarks: readonly RemarkView[];
  readonly recent: readonly { readonly recordId: string; readonly happenedOn: PlainDay; readonly by: Person }[];
  readonly claims: readonly ClaimView[];
  /** Role groups whose mentors see its other claims. */
  readonly otherRoleGroups: readonly (RoleGroupCode | null)[];
};
