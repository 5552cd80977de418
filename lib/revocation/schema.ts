import { z } from "zod";
import type { EnrolmentRef } from "@/lib/domain/access";
import type { PlainDay } from "@/lib/domain/calendar";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { Completed, Consequences, Restored } from "@/lib/domain/revocation";
import { line, paragraph, uuid } from "@/lib/platform/fields";

const reason = paragraph(2000);

/** `seen` says which consequences the page showed. */
export const revocationForm = z.object({ onceKey: uuid(), completionId: uuid(), seen: line(64), reason });
export type RevocationForm = z.output<typeof revocationForm>;

export const reinstatementForm = z.object({ revocationId: uuid(), seen: line(64), reason });
export type ReinstatementForm = z.output<typeof reinstatementForm>;

/** A sign-off or a recognition, and a revocation, in the address. */
export const completionPath = z.object({ completionId: uuid() });
export const revocationPath = z.object({ revocationId: uuid() });

type Person = { readonly id: string; readonly name: string; readonly latinName: string };
type Place = { readonly nameJa: string; readonly nameEn: string };

/** A mentorship by proficiency; without a team it is the whole organisation's. */
export type MentorshipSeen = {
  readonly mentorshipId: string;
  readonly roleGroupCode: RoleGroupCode;
  readonly team: Place | null;
};

export type CompletionSeen = Completed & {
  readonly enrolment: EnrolmentRef;
  readonly trainee: Person;
  readonly team: Place;
  readonly on: PlainDay;
  readonly person: Person;
};

/** What the page of a revocation shows before it is confirmed. */
export type RevocationPage = {
  readonly completion: CompletionSeen;
  readonly consequences: Consequences;
  readonly mentorships: readonly MentorshipSeen[];
  readonly seen: string;
};

/** What was revoked, and what lifting it would do; `why` is why it cannot be lifted. */
export type ReinstatementPage = {
  readonly completion: CompletionSeen;
  readonly revoked: { readonly on: PlainDay; readonly by: Person; readonly reason: string };
  readonly restored: Restored;
  readonly mentorships: readonly MentorshipSeen[];
  readonly why: "NewerSignOffStands" | "RequestForStepWaits" | null;
  readonly seen: string;
};
