import { z } from "zod";
import type { PlainDay, PlainMonth } from "@/lib/domain/calendar";
import type { RoleGroupCode, Track } from "@/lib/domain/curriculum";
import type { Judgement, TlpLabel } from "@/lib/domain/facts";
import type { LeaveSpan } from "@/lib/domain/leave";
import type { PolicyValues } from "@/lib/domain/policy";
import type { StepNumber } from "@/lib/domain/proficiency";
import type { RestedItem } from "@/lib/domain/rested-on";
import type { RecordKind, Supervision } from "@/lib/domain/rule";
import type { ComparedCheckpoint } from "@/lib/domain/second-opinion";
import { uuid } from "@/lib/platform/fields";

export const trainingRecordPath = z.object({ personId: uuid() });

export type Who = { readonly name: string; readonly latinName: string };
export type Acted = { readonly by: Who; readonly on: PlainDay };

export type TeamNames = { readonly teamJa: string; readonly teamEn: string };

export type MembershipSeen = TeamNames & {
  readonly fromOn: PlainDay;
  readonly toOn: PlainDay | null;
  readonly isMain: boolean;
};

/** That it was revoked, and that this was lifted again. */
export type RevocationEntry = Acted & {
  readonly id: string;
  readonly reason: string | null;
  readonly lifted: (Acted & { readonly reason: string | null }) | null;
};

/** A sign-off or a recognition, also one that was revoked. */
export type StepEntry = {
  readonly id: string;
  readonly enrolmentId: string;
  readonly roleGroupCode: RoleGroupCode | null;
  readonly step: StepNumber;
  readonly kind: "signOff" | "recognition";
  readonly signed: Acted;
  readonly byReviewer: boolean;
  readonly countersigned: Acted | null;
  /** Claims that it rested on. */
  readonly claims: number;
  /** Why it was recognised; null for a sign-off, and for who reads no texts. */
  readonly reason: string | null;
  /** SHA-256 of what it rested on, as its audit event has it; null for a recognition. */
  readonly digest: string | null;
  /** Digest of the edition that it was measured by. */
  readonly edition: string | null;
  /** The values and items that it rested on. */
  readonly policy: PolicyValues;
  readonly items: readonly RestedItem[];
  /** The number of its audit event. */
  readonly event: number | null;
  /** In the order in which they were made; at most the last one stands. */
  readonly revocations: readonly RevocationEntry[];
};

export type RemarkEntry = {
  readonly id: string;
  readonly enrolmentId: string;
  readonly criterionCode: string;
  readonly made: Acted;
  readonly recordOn: PlainDay | null;
  readonly reason: string | null;
  readonly answer: string | null;
  readonly state: "open" | "answered" | "settled";
};

/** A verification that was taken back, by whom and when. */
export type WithdrawalEntry = {
  readonly id: string;
  readonly enrolmentId: string;
  readonly criterionCode: string;
  readonly recordOn: PlainDay;
  readonly made: Acted;
  readonly verified: Acted;
  readonly reason: string | null;
};

export type JudgementEntry = {
  readonly id: string;
  readonly enrolmentId: string;
  readonly criterionCode: string;
  readonly checkpoint: string;
  /** Null for who is to judge the same apart (`compared`). */
  readonly judgement: Judgement | null;
  readonly supervision: Supervision | null;
  readonly judged: Acted;
  readonly byReviewer: boolean;
  readonly comment: string | null;
  /** The latest of its checkpoint. */
  readonly counts: boolean;
};

export type OpinionEntry = {
  readonly id: string;
  readonly enrolmentId: string;
  readonly criterionCode: string;
  readonly asked: Acted;
  readonly askedOf: Who;
  readonly answeredOn: PlainDay | null;
  readonly declined: boolean;
  readonly declineReason: string | null;
  /** Both side by side, once both have judged. */
  readonly comparison: readonly ComparedCheckpoint[] | null;
};

export type RequestEntry = {
  readonly id: string;
  readonly enrolmentId: string;
  readonly roleGroupCode: RoleGroupCode | null;
  readonly step: StepNumber;
  readonly askedOn: PlainDay;
  readonly note: string | null;
  /** Mentors who took it on, in the order in which they did. */
  readonly held: readonly Acted[];
  /** The mentor's signature, where a second one is asked for. */
  readonly signed: Acted | null;
  /** Null while it waits. */
  readonly outcome: "signedOff" | "sentBack" | "withdrawn" | null;
  readonly decided: Acted | null;
  readonly comment: string | null;
};

type Change<K, T = null> = { readonly kind: K; readonly before: T; readonly after: T };
/** What happened to an enrolment itself: `moved` and `stays` are of an edition, `transferred` of a team. */
export type ChangeEntry = {
  readonly id: string;
  readonly enrolmentId: string;
  readonly roleGroupCode: RoleGroupCode | null;
  readonly on: PlainDay;
  readonly step: StepNumber | null;
  readonly by: Who | null;
  readonly reason: string | null;
} & (
  | Change<"enrolled" | "opened" | "ended">
  | Change<"transferred", TeamNames>
  | Change<"tracks", readonly Track[]>
  | Change<"rebased", PolicyValues>
  | Change<"moved" | "stays", string>
  | Change<"target", PlainDay | null>
);

export const MENTOR_ACTS = ["held", "verified", "sentBack", "judged", "signed"] as const;
/** What one person took on and decided in an enrolment. */
export type MentorEntry = { readonly [act in (typeof MENTOR_ACTS)[number]]: number } & {
  readonly enrolmentId: string;
  readonly by: Who;
  readonly fromOn: PlainDay;
  readonly toOn: PlainDay;
};

/** An item that the organisation added for an enrolment, or left out. */
export type LocalEntry = {
  readonly id: string;
  readonly enrolmentId: string;
  readonly kind: "add" | "exempt";
  readonly itemCode: string;
  readonly step: StepNumber;
  readonly made: Acted;
  readonly reason: string | null;
  readonly team: TeamNames | null;
};

export type ClaimEntry = {
  readonly id: string;
  readonly enrolmentId: string;
  readonly criterionCode: string;
  readonly state: "waiting" | "sentBack" | "verified" | "withdrawn";
  readonly verified: Acted | null;
  readonly byReviewer: boolean;
};

export type RecordDetails = {
  readonly periodCovered: PlainMonth | null;
  readonly incidentRef: string | null;
  readonly subCase: string | null;
  readonly technique: string | null;
  readonly readingItem: string | null;
  readonly judged: number | null;
  readonly right: number | null;
  readonly mentorPresent: Who | null;
  readonly mentorPresentName: string | null;
};

export type RecordEntry = {
  readonly id: string;
  /** Its place in this account, the oldest first. */
  readonly number: number;
  readonly happenedOn: PlainDay;
  readonly loggedOn: PlainDay;
  readonly kind: RecordKind;
  readonly tlp: TlpLabel;
  /** Null where the reader may not read it. */
  readonly title: string | null;
  readonly supervision: Supervision | null;
  readonly evidenceCount: number;
  readonly evidence: readonly string[];
  readonly state: "stands" | "corrected" | "withdrawn";
  readonly isCorrection: boolean;
  /** Null where the reader may not read it. */
  readonly details: RecordDetails | null;
  readonly origin: "event" | "import" | null;
  readonly claims: readonly ClaimEntry[];
};

/** What ties a printed record to the audit trail: its end, and the last signed checkpoint where there is one. */
export type Proof = {
  readonly events: number;
  readonly hash: string;
  readonly checkpoint: {
    readonly size: number;
    readonly root: string;
    readonly checkpointedAt: Date;
    readonly keyId: string;
  } | null;
};

export type PersonEntry = Who & {
  readonly id: string;
  readonly reading: string;
  readonly employeeNumber: string | null;
  readonly affiliation: "own" | "seconded" | "dispatched" | "contractor";
  /** The last day in the organisation. */
  readonly endsOn: PlainDay | null;
  /** `by` null: by itself, on the day after the last one. */
  readonly deactivations: readonly { readonly by: Who | null; readonly on: PlainDay; readonly back: Acted | null }[];
  /** None where the reader may not know. */
  readonly leaves: readonly LeaveSpan[];
  readonly memberships: readonly MembershipSeen[];
};
