import { z } from "zod";
import type { PlainDay } from "@/lib/domain/calendar";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { Judgement, TlpLabel } from "@/lib/domain/facts";
import type { StepNumber } from "@/lib/domain/proficiency";
import type { RestedItem } from "@/lib/domain/rested-on";
import type { RecordKind, Supervision } from "@/lib/domain/rule";
import { uuid } from "@/lib/platform/fields";

export const trainingRecordPath = z.object({ personId: uuid() });

export type Who = { readonly name: string; readonly latinName: string };
export type Acted = { readonly by: Who; readonly on: PlainDay };

export type MembershipSeen = {
  readonly teamJa: string;
  readonly teamEn: string;
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
  /** SHA-256 of what it rested on; null for a recognition. */
  readonly digest: string | null;
  /** Digest of the edition that it was measured by. */
  readonly edition: string | null;
  readonly items: readonly RestedItem[];
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
  readonly state: "open" | "answered" | "settled";
};

export type JudgementEntry = {
  readonly enrolmentId: string;
  readonly criterionCode: string;
  readonly checkpoint: string;
  readonly judgement: Judgement;
  readonly supervision: Supervision | null;
  readonly judged: Acted;
  readonly byReviewer: boolean;
  readonly comment: string | null;
};

export type ClaimEntry = {
  readonly enrolmentId: string;
  readonly criterionCode: string;
  readonly state: "waiting" | "sentBack" | "verified" | "withdrawn";
  readonly verified: Acted | null;
};

export type RecordEntry = {
  readonly id: string;
  readonly happenedOn: PlainDay;
  readonly kind: RecordKind;
  readonly tlp: TlpLabel;
  /** Null where the reader may not read it. */
  readonly title: string | null;
  readonly supervision: Supervision | null;
  readonly evidenceCount: number;
  readonly evidence: readonly string[];
  readonly state: "stands" | "corrected" | "withdrawn";
  readonly isCorrection: boolean;
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
  readonly memberships: readonly MembershipSeen[];
};
