import { z } from "zod";
import type { PlacedCriterion } from "@/lib/curriculum/schema";
import type { CheckpointJudgement } from "@/lib/domain/attestation";
import type { PlainDay, TeamCalendar } from "@/lib/domain/calendar";
import type { DrillCase, RoleGroupCode } from "@/lib/domain/curriculum";
import { type ClaimFact, type CriterionFacts, JUDGEMENTS, type Judgement } from "@/lib/domain/facts";
import type { PolicyValues } from "@/lib/domain/policy";
import type { StepNumber } from "@/lib/domain/proficiency";
import type { CriterionProgress } from "@/lib/domain/progress";
import { SUPERVISIONS, type Supervision } from "@/lib/domain/rule";
import { choice, line, paragraph, uuid } from "@/lib/platform/fields";
import { fieldsNamed } from "@/lib/platform/named-fields";
import { queuePlace } from "@/lib/queue/schema";

export const LONGEST_REASON = 2000;
const reason = () => paragraph(LONGEST_REASON);

const supervision = () => z.coerce.number().pipe(z.literal(SUPERVISIONS));

/**
 * `judgement:<checkpoint>`, `supervision:<checkpoint>` and `comment:<checkpoint>`; a checkpoint left alone is not judged. A level
 * that was chosen cannot be unchosen in a browser: where there was no occasion it says nothing.
 */
export function judgedFields(fields: Record<string, unknown>, context: z.RefinementCtx): CheckpointJudgement[] {
  const comments = fieldsNamed("comment", reason(), fields, context);
  const levels = fieldsNamed("supervision", supervision(), fields, context);
  const judgements = fieldsNamed("judgement", choice(JUDGEMENTS), fields, context);
  return [...judgements].map(([checkpoint, judgement]) => ({
    checkpoint,
    judgement,
    supervision: judgement === "noOccasion" ? null : (levels.get(checkpoint) ?? null),
    comment: comments.get(checkpoint) ?? "",
  }));
}

type Checkpoints = { readonly checkpoints: readonly string[] };
const named = (field: string, { checkpoints }: Checkpoints) => checkpoints.map((code) => `${field}:${code}`);

/** What is wrong with what was judged is said at the checkpoint. */
export const atCheckpoint = {
  NoOccasionNeedsReason: (refusal: Checkpoints) => named("comment", refusal),
  NotYetNeedsReason: (refusal: Checkpoints) => named("comment", refusal),
  SupervisionMissing: (refusal: Checkpoints) => named("supervision", refusal),
  SupervisionTooLow: (refusal: Checkpoints) => named("supervision", refusal),
};

export const criterionJudgement = z
  .looseObject({ enrolmentId: uuid(), criterionCode: line(100), place: queuePlace() })
  .transform(({ enrolmentId, criterionCode, place, ...rest }, context) => {
    return { enrolmentId, criterionCode, judged: judgedFields(rest, context), place };
  });
export type CriterionJudgement = Omit<z.output<typeof criterionJudgement>, "place">;

const anAnswer = { remarkId: uuid(), place: queuePlace() };
const acceptedAnswer = z.object({ decision: z.literal("accept"), ...anAnswer });
const rejectedAnswer = z.object({ decision: z.literal("sendBack"), ...anAnswer, reason: reason() });

/** One form judges an answer; the button that was pressed says how. */
export const answerDecision = z.discriminatedUnion("decision", [acceptedAnswer, rejectedAnswer]);
export type AcceptedAnswer = Omit<z.output<typeof acceptedAnswer>, "decision" | "place">;
export type RejectedAnswer = Omit<z.output<typeof rejectedAnswer>, "decision" | "place">;
export type AnswerDecision =
  | ({ readonly decision: "accept" } & AcceptedAnswer)
  | ({ readonly decision: "sendBack" } & RejectedAnswer);

/** Addresses. */
export const judgementPath = z.object({ enrolmentId: uuid(), criterionCode: line(100) });
export const answerPath = z.object({ remarkId: uuid() });

type Person = { readonly id: string; readonly name: string; readonly latinName: string };

/** One checkpoint with the judgement that stands. */
export type CheckpointView = {
  readonly code: string;
  readonly judgement: Judgement | null;
  /** Null with a judgement: it was not asked for when that was made. */
  readonly supervision: Supervision | null;
  readonly comment: string;
  readonly judgedOn: PlainDay | null;
  readonly by: Person | null;
};

/** What every page about one criterion of one trainee is shown with. */
export type CriterionPlace = {
  readonly trainee: Person;
  readonly enrolmentId: string;
  readonly criterion: PlacedCriterion;
  /** In which quality the reader decides; null where they only look. */
  readonly quality: "mentor" | "reviewer" | null;
  readonly timeZone: string;
  readonly policy: PolicyValues;
  readonly calendar: TeamCalendar;
  readonly drillCases: readonly DrillCase[];
  readonly facts: CriterionFacts;
  readonly progress: CriterionProgress;
  /** Verified and waiting records of the criterion, newest first. */
  readonly claims: readonly ClaimFact[];
};

export type JudgementView = CriterionPlace & {
  readonly checkpoints: readonly CheckpointView[];
  /** The list that names the checkpoints, where the organisation keeps it. */
  readonly list: string | null;
  readonly isConditional: boolean;
  /** The least supervision at which a checkpoint is met; null where the source names none. */
  readonly leastSupervision: Supervision | null;
  /** Mentors there other than the trainee. */
  readonly colleagues: readonly Person[];
  readonly stepCompleted: boolean;
  readonly request: { readonly requestId: string; readonly note: string; readonly requestedAt: string } | null;
};

/** What was sent back and answered. `criterion` is null for a topic of an education. */
export type AnswerView = {
  readonly remarkId: string;
  readonly code: string;
  readonly by: Person;
  readonly madeAt: string;
  readonly reason: string;
  readonly answer: string | null;
  readonly answeredAt: string | null;
  readonly isSettled: boolean;
  readonly trainee: Person;
  readonly enrolmentId: string;
  readonly roleGroupCode: RoleGroupCode | null;
  readonly step: StepNumber;
  readonly timeZone: string;
  readonly quality: "mentor" | "reviewer" | null;
  readonly place: CriterionPlace | null;
};
