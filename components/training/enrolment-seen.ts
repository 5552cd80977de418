import type { Curriculum, CurriculumWords } from "@/lib/curriculum/schema";
import type { PlainDay } from "@/lib/domain/calendar";
import type { RoleGroupCode, Track } from "@/lib/domain/curriculum";
import type { AttestationFact, CriterionFacts } from "@/lib/domain/facts";
import type { PolicyValues } from "@/lib/domain/policy";
import type { StepNumber } from "@/lib/domain/proficiency";
import type { EarlierStep, StepCompletion, StepProgress, StepState, TopicProgress } from "@/lib/domain/step";
import type { Locale } from "@/lib/platform/format";
import type { TargetSeen } from "../target-date/target-seen";
import type { CriterionFrame, JudgementSeen, RemarkSeen } from "./frame";

export type PersonSeen = { readonly id: string; readonly name: string; readonly latinName: string };
export type CompletionSeen = StepCompletion & {
  readonly id: string;
  readonly personName: string;
  readonly personLatinName: string;
};

/** A revocation that stands. */
export type RevocationSeen = {
  readonly id: string;
  readonly step: StepNumber;
  readonly on: PlainDay;
  readonly reason: string;
  readonly person: PersonSeen;
};

/** The latest judgement of one checkpoint. */
export type AttestationSeen = AttestationFact & { readonly comment: string; readonly by: Omit<PersonSeen, "id"> };

/** A request for a sign-off that waits; `mentorId` once a mentor has signed and a countersignature is missing. */
export type RequestSeen = {
  readonly id: string;
  readonly step: StepNumber;
  readonly requestedAt: string;
  readonly note: string;
  readonly mentorId: string | null;
};

/** One STEP measured by the values of the day it opened. */
export type StepSeen = {
  readonly step: StepNumber;
  readonly openedOn: PlainDay | null;
  readonly rebased: { readonly on: PlainDay; readonly reason: string; readonly by: PersonSeen } | null;
  readonly policy: PolicyValues;
  readonly earlierOpen: readonly EarlierStep[];
  readonly progress: StepProgress | null;
  readonly topics: TopicProgress | null;
  readonly allMet: boolean;
};

/** One enrolment as a page has it. */
export type EnrolmentSeen = {
  readonly training: {
    readonly ref: { readonly enrolmentId: string; readonly roleGroupCode: RoleGroupCode | null };
    readonly tracks: readonly Track[];
    readonly team: { readonly timeZone: string; readonly fiscalYearStartMonth: number };
    readonly facts: CriterionFacts;
    readonly remarks: readonly RemarkSeen[];
    readonly judgementRequests: readonly JudgementSeen[];
    readonly attestations: readonly AttestationSeen[];
    readonly mentors: readonly PersonSeen[];
    readonly topicsDone: readonly { readonly code: string; readonly doneOn: PlainDay }[];
    readonly openRequest: RequestSeen | null;
    readonly revocations: readonly RevocationSeen[];
    readonly targets: readonly TargetSeen[];
  };
  readonly curriculum: Curriculum;
  readonly today: PlainDay;
  readonly states: readonly StepState<CompletionSeen>[];
  readonly openStep: StepNumber | null;
  readonly measured: readonly StepSeen[];
};

/** What every part of a training page is worded with. */
export type TrainingWords = { readonly words: CurriculumWords; readonly locale: Locale };

export const openStepOf = ({ measured, openStep }: EnrolmentSeen): StepSeen | undefined =>
  measured.find(({ step }) => step === openStep);

/** Everything is met, every earlier STEP done, and nobody asked yet. */
export const mayAsk = ({ training }: EnrolmentSeen, { step, allMet, earlierOpen }: StepSeen): boolean =>
  allMet && earlierOpen.length === 0 && training.openRequest?.step !== step;

/** A request of this STEP waits, and a STEP before it is open: nobody can sign it until the gap is closed. */
export const isBlocked = ({ training }: EnrolmentSeen, { step, earlierOpen }: StepSeen): boolean =>
  training.openRequest?.step === step && earlierOpen.length > 0;

/** What the criteria of one STEP are shown with. */
export const frameOf = (
  { training, curriculum, today }: EnrolmentSeen,
  policy: PolicyValues,
  { words, locale }: TrainingWords,
): CriterionFrame => ({
  words,
  policy,
  locale,
  today,
  fiscalYearStartMonth: training.team.fiscalYearStartMonth,
  zone: training.team.timeZone,
  drillCases: curriculum.structure.drillCases,
  claims: training.facts.claims,
  remarks: training.remarks,
  judgementRequests: training.judgementRequests,
});

export const groupName = ({ training }: EnrolmentSeen, { words }: TrainingWords): string | null =>
  training.ref.roleGroupCode === null ? null : words.roleGroup(training.ref.roleGroupCode).name;

export const stepHref = (enrolmentId: string, step: StepNumber): string => `/my-training/${enrolmentId}/${step}`;

/** Basic education first, then the role groups in the order of the curriculum. */
export const inOrder = <E extends EnrolmentSeen>(enrolments: readonly E[]): E[] =>
  [...enrolments].sort((a, b) => numberOf(a) - numberOf(b));

const numberOf = ({ training, curriculum }: EnrolmentSeen) =>
  training.ref.roleGroupCode === null ? 0 : curriculum.roleGroup(training.ref.roleGroupCode).number;
