import { addMonths } from "@/lib/domain/calendar";
import { claimableSteps } from "@/lib/domain/currency";
import { amountOf, type PolicyListItem, type PolicyValues } from "@/lib/domain/policy";
import type { LogContext, LoggedEnrolment } from "@/lib/domain/record";
import { drillsCases, readingListsOf, techniquesOf } from "@/lib/domain/record-needs";
import type { CriterionRule } from "@/lib/domain/rule";
import { type EnrolmentRow, todayOf } from "@/lib/training/facts";
import type { Ground } from "@/lib/training/queries";

/** What a person with these enrolments may log now. */
export function logContextOf(enrolments: readonly EnrolmentRow[], ground: Ground, now: Date): LogContext {
  const logged = enrolments.map((enrolment) => loggedEnrolment(enrolment, ground, now));
  const rules = logged.flatMap(({ claimable }) => claimable.map(({ criterion }) => criterion.rule));
  const values = [ground.policy, ...enrolments.flatMap(({ opened }) => opened.map(({ policyValues }) => policyValues))];
  return {
    enrolments: logged,
    mentorIds: [...new Set(enrolments.flatMap(({ mentors }) => mentors.map(({ id }) => id)))],
    choices: {
      subCase: rules.some(drillsCases) ? subCasesOf(ground) : [],
      technique: [...new Set(rules.flatMap(techniquesOf))],
      readingItem: [...new Set(readingItems(rules, values))],
    },
  };
}

function loggedEnrolment(enrolment: EnrolmentRow, { editions, policy }: Ground, now: Date): LoggedEnrolment {
  const edition = editions.get(enrolment.editionId);
  const completed = new Set(enrolment.completions.map(({ step }) => step));
  const reach = amountOf({ param: "platform.recordReachMonths" }, policy);
  const { roleGroupCode, enrolmentId } = enrolment.ref;
  const claimable = claimableSteps(roleGroupCode, completed, policy).flatMap((step) =>
    (edition?.criteriaOf(roleGroupCode, step, enrolment.tracks) ?? []).map((criterion) => ({ step, criterion })),
  );
  return {
    enrolmentId,
    today: todayOf(enrolment, now),
    earliestOn: addMonths(enrolment.enrolledOn, -reach),
    claimable,
  };
}

const subCasesOf = ({ editions }: Ground) => [
  ...new Set(
    [...editions.values()].flatMap(({ structure }) => structure.drillCases.flatMap(({ subCases }) => subCases)),
  ),
];

/** Reading items of the lists as they hold today, and as they held when a STEP opened. */
const readingItems = (rules: readonly CriterionRule[], values: readonly PolicyValues[]) =>
  rules
    .flatMap(readingListsOf)
    .flatMap((param) => values.flatMap((policy) => itemsOf(policy[param]).map(({ code }) => code)));

export const itemsOf = (value: PolicyValues[string] | undefined): readonly PolicyListItem[] =>
  typeof value === "object" ? value : [];
