import type { PolicyDefinition } from "@/lib/content/schema";
import type { findWording } from "@/lib/curriculum/queries";
import type { Curriculum, CurriculumWords } from "@/lib/curriculum/schema";
import type { PlainDay } from "@/lib/domain/calendar";
import type { AttestationFact, ClaimFact } from "@/lib/domain/facts";
import type { PolicyValues } from "@/lib/domain/policy";
import type { StepNumber } from "@/lib/domain/proficiency";
import type { AuditEvent } from "@/lib/platform/audit";
import type { Prisma } from "@/prisma/generated/client";
import { idOf } from "./days";
import type { Plan, PlannedPerson } from "./plan";

/** Everything that is going to be written, gathered in memory so that it can be measured before. */

export type Rows = {
  organisation: Prisma.OrganisationCreateManyInput[];
  team: Prisma.TeamCreateManyInput[];
  teamAncestor: Prisma.TeamAncestorCreateManyInput[];
  person: Prisma.PersonCreateManyInput[];
  membership: Prisma.MembershipCreateManyInput[];
  credential: Prisma.CredentialCreateManyInput[];
  purposeAcknowledgement: Prisma.PurposeAcknowledgementCreateManyInput[];
  capacityGrant: Prisma.CapacityGrantCreateManyInput[];
  mentorship: Prisma.MentorshipCreateManyInput[];
  appointment: Prisma.AppointmentCreateManyInput[];
  policySetting: Prisma.PolicySettingCreateManyInput[];
  material: Prisma.MaterialCreateManyInput[];
  enrolment: Prisma.EnrolmentCreateManyInput[];
  stepOpened: Prisma.StepOpenedCreateManyInput[];
  taskDone: Prisma.TaskDoneCreateManyInput[];
  practiceRecord: Prisma.PracticeRecordCreateManyInput[];
  evidence: Prisma.EvidenceCreateManyInput[];
  recordClaim: Prisma.RecordClaimCreateManyInput[];
  verification: Prisma.VerificationCreateManyInput[];
  attestation: Prisma.AttestationCreateManyInput[];
  judgementRequest: Prisma.JudgementRequestCreateManyInput[];
  signOffRequest: Prisma.SignOffRequestCreateManyInput[];
  remark: Prisma.RemarkCreateManyInput[];
  requestOutcome: Prisma.RequestOutcomeCreateManyInput[];
  mentorSignature: Prisma.MentorSignatureCreateManyInput[];
  stepSignOff: Prisma.StepSignOffCreateManyInput[];
  frozenClaim: Prisma.FrozenClaimCreateManyInput[];
  recognition: Prisma.RecognitionCreateManyInput[];
  draft: Prisma.DraftCreateManyInput[];
  sharedEvent: Prisma.SharedEventCreateManyInput[];
  eventEvidence: Prisma.EventEvidenceCreateManyInput[];
  eventParticipation: Prisma.EventParticipationCreateManyInput[];
  proposedRecord: Prisma.ProposedRecordCreateManyInput[];
  plannedDrill: Prisma.PlannedDrillCreateManyInput[];
  drillInvitation: Prisma.DrillInvitationCreateManyInput[];
  recordVisit: Prisma.RecordVisitCreateManyInput[];
  leave: Prisma.LeaveCreateManyInput[];
  revocation: Prisma.RevocationCreateManyInput[];
  hold: Prisma.HoldCreateManyInput[];
  mentorNote: Prisma.MentorNoteCreateManyInput[];
  secondOpinion: Prisma.SecondOpinionCreateManyInput[];
  opinionJudgement: Prisma.OpinionJudgementCreateManyInput[];
  targetDate: Prisma.TargetDateCreateManyInput[];
};

export const noRows = (): Rows => ({
  organisation: [],
  team: [],
  teamAncestor: [],
  person: [],
  membership: [],
  credential: [],
  purposeAcknowledgement: [],
  capacityGrant: [],
  mentorship: [],
  appointment: [],
  policySetting: [],
  material: [],
  enrolment: [],
  stepOpened: [],
  taskDone: [],
  practiceRecord: [],
  evidence: [],
  recordClaim: [],
  verification: [],
  attestation: [],
  judgementRequest: [],
  signOffRequest: [],
  remark: [],
  requestOutcome: [],
  mentorSignature: [],
  stepSignOff: [],
  frozenClaim: [],
  recognition: [],
  draft: [],
  sharedEvent: [],
  eventEvidence: [],
  eventParticipation: [],
  proposedRecord: [],
  plannedDrill: [],
  drillInvitation: [],
  recordVisit: [],
  leave: [],
  revocation: [],
  hold: [],
  mentorNote: [],
  secondOpinion: [],
  opinionJudgement: [],
  targetDate: [],
});

/** A claim as the rules see it once it is verified. */
export type KnownClaim = { readonly fact: ClaimFact; readonly verificationId: string | null };

/** An enrolment while its history is being told. */
export type Told = {
  readonly id: string;
  readonly person: PlannedPerson;
  readonly personId: string;
  readonly roleGroupCode: string | null;
  readonly teamId: string;
  readonly tracks: readonly ("management" | "diagnosis")[];
  readonly enrolledOn: PlainDay;
  readonly opened: Map<StepNumber, { readonly on: PlainDay; readonly policy: PolicyValues }>;
  readonly claims: KnownClaim[];
  readonly attestations: (AttestationFact & { readonly attempt: number })[];
  readonly topics: { readonly code: string; readonly doneOn: PlainDay }[];
};

export type World = {
  readonly plan: Plan;
  readonly today: PlainDay;
  readonly curriculum: Curriculum;
  readonly wording: Awaited<ReturnType<typeof findWording>>;
  readonly words: Readonly<Record<"ja" | "en", CurriculumWords>>;
  readonly definitions: readonly PolicyDefinition[];
  readonly foundedAt: Date;
  readonly rows: Rows;
  readonly events: (AuditEvent & { readonly at: Date })[];
};

export const personId = ({ foundedAt }: World, key: string) => idOf(`person ${key}`, foundedAt);
export const teamId = ({ foundedAt }: World, code: string) => idOf(`team ${code}`, foundedAt);

export function tell({ events }: World, at: Date, event: AuditEvent) {
  events.push({ at, ...event });
}

export function plannedPerson({ plan }: World, key: string): PlannedPerson {
  const found = plan.people.find((person) => person.key === key);
  if (!found) throw new Error(`content/demo: there is no person ${key}`);
  return found;
}

/** Where the role group has no other mentor, a manager or an appointed reviewer acts for one. */
export const isReviewer = ({ plan }: World, { roleGroupCode }: Told, mentor: string): boolean =>
  roleGroupCode !== null && !plan.mentorships.some(({ person, group }) => person === mentor && group === roleGroupCode);
