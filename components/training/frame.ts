import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { PlainDay } from "@/lib/domain/calendar";
import type { CriterionNode, DrillCase } from "@/lib/domain/curriculum";
import type { ClaimFact } from "@/lib/domain/facts";
import type { PolicyValues } from "@/lib/domain/policy";
import type { CriterionProgress } from "@/lib/domain/progress";
import { dayOf, formatDay, formatList, formatMonth, type Locale } from "@/lib/platform/format";
import type { useTranslations } from "@/lib/platform/words";

export type ProgressWords = ReturnType<typeof useTranslations<"progress">>;

/** A send-back that is not settled yet. */
export type RemarkSeen = {
  readonly remarkId: string;
  readonly criterionCode: string;
  readonly claimId: string | null;
  readonly recordId: string | null;
  readonly recordHappenedOn: PlainDay | null;
  readonly recordTitle: string | null;
  readonly reason: string;
  readonly madeOn: PlainDay;
  readonly by: { readonly name: string; readonly latinName: string };
  readonly answer: string | null;
};

/** A criterion that a mentor has been asked to judge. */
export type JudgementSeen = { readonly id: string; readonly criterionCode: string; readonly requestedAt: string };

/** What the criteria of one STEP of one enrolment are shown with. */
export type CriterionFrame = {
  readonly words: CurriculumWords;
  /** As they hold for the STEP. */
  readonly policy: PolicyValues;
  readonly locale: Locale;
  readonly today: PlainDay;
  readonly fiscalYearStartMonth: number;
  /** Of the team's calendar, for instants. */
  readonly zone: string;
  readonly drillCases: readonly DrillCase[];
  readonly claims: readonly ClaimFact[];
  readonly remarks: readonly RemarkSeen[];
  readonly judgementRequests: readonly JudgementSeen[];
};

export type MeasuredCriterion = { readonly criterion: CriterionNode; readonly progress: CriterionProgress };

export const claimIn = ({ claims }: CriterionFrame, claimId: string | undefined): ClaimFact | undefined =>
  claims.find((claim) => claim.claimId === claimId);

export const dayIn = ({ locale, today }: CriterionFrame, day: PlainDay): string => formatDay(day, locale, { today });

/** The day of an instant, as the team's calendar has it. */
export const instantDayIn = (frame: CriterionFrame, instant: string): string =>
  dayIn(frame, dayOf(new Date(instant), frame.zone));

export const monthIn = ({ locale, today }: CriterionFrame, month: string): string =>
  formatMonth(month, locale, { today });

/** 図、レビュー、指示 · diagram, review and direction */
export const listOfNames = ({ locale }: Pick<CriterionFrame, "locale">, names: readonly string[]): string =>
  formatList(names, locale);

export const partNamesIn = ({ words }: CriterionFrame, criterionCode: string, parts: readonly string[]) =>
  parts.map((part) => words.part(criterionCode, part));
