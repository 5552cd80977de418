import type { CriterionFrame } from "@/components/training/frame";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { TeamCalendar } from "@/lib/domain/calendar";
import type { DrillCase } from "@/lib/domain/curriculum";
import type { CriterionFacts } from "@/lib/domain/facts";
import type { PolicyValues } from "@/lib/domain/policy";

type Measured = {
  readonly policy: PolicyValues;
  readonly calendar: TeamCalendar;
  readonly drillCases: readonly DrillCase[];
  readonly timeZone: string;
};

/** What a criterion's strip is drawn with, by the facts that it is shown for. */
export const criterionFrame = (
  words: CurriculumWords,
  { policy, calendar, drillCases, timeZone }: Measured,
  { claims }: Pick<CriterionFacts, "claims">,
): CriterionFrame => ({
  words,
  policy,
  locale: words.locale,
  today: calendar.today,
  fiscalYearStartMonth: calendar.fiscalYearStartMonth,
  zone: timeZone,
  drillCases,
  claims,
  remarks: [],
  judgementRequests: [],
});
