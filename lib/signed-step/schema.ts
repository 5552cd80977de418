import { z } from "zod";
import type { EnrolmentRef } from "@/lib/domain/access";
import type { PlainDay, PlainMonth } from "@/lib/domain/calendar";
import type { ConfirmedFacts, Judgement } from "@/lib/domain/facts";
import type { StepNumber } from "@/lib/domain/proficiency";
import type { RestedOn } from "@/lib/domain/rested-on";
import type { RecordKind, Supervision } from "@/lib/domain/rule";
import { uuid } from "@/lib/platform/fields";

export const signOffPath = z.object({ signOffId: uuid() });

type Person = { readonly id: string; readonly name: string; readonly latinName: string };
type Act = { readonly by: Person; readonly on: PlainDay };

/** A claim that the sign-off froze, with its record and what a mentor confirmed of it. Neither ever changes. */
export type SignedClaim = {
  readonly claimId: string;
  readonly recordId: string;
  readonly criterionCode: string;
  /** Empty for who may not read it (TLP:RED). */
  readonly title: string;
  readonly tlp: string;
  readonly kind: RecordKind;
  readonly happenedOn: PlainDay;
  readonly periodCovered: PlainMonth | null;
  readonly incidentRef: string | null;
  readonly subCase: string | null;
  readonly technique: string | null;
  readonly readingItem: string | null;
  readonly evidence: readonly string[];
  readonly confirmed: ConfirmedFacts;
  readonly verified: Act & { readonly byReviewer: boolean; readonly comment: string };
  /** The trainee wrote a corrected record since; this one is what was signed. */
  readonly isCorrectedSince: boolean;
};

export type SignedJudgement = Act & {
  readonly criterionCode: string;
  readonly checkpoint: string;
  readonly judgement: Judgement;
  readonly supervision: Supervision | null;
  readonly comment: string;
};

export type SignedRevocation = Act & {
  readonly id: string;
  readonly reason: string;
  readonly reinstated: (Act & { readonly reason: string }) | null;
};

/** One STEP完了承認 as it was on its day, and what became of it. */
export type SignedStep = {
  readonly signOffId: string;
  readonly enrolment: EnrolmentRef;
  readonly step: StepNumber;
  readonly trainee: Person;
  readonly team: { readonly nameJa: string; readonly nameEn: string };
  readonly today: PlainDay;
  readonly asked: Act & { readonly note: string };
  /** On the day of the mentor's own signature, where a second one followed. */
  readonly mentor: Act & { readonly byReviewer: boolean; readonly comment: string };
  readonly countersigned: (Act & { readonly comment: string }) | null;
  readonly rested: RestedOn;
  readonly claims: readonly SignedClaim[];
  readonly judgements: readonly SignedJudgement[];
  /** Oldest first. */
  readonly revocations: readonly SignedRevocation[];
  readonly mayRevoke: boolean;
};
