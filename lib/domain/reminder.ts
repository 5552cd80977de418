import { daysBetween, type PlainDay } from "./calendar";
import type { RoleGroupCode } from "./curriculum";
import type { HoldSubject } from "./hold";
import type { NewNotice } from "./notice";
import type { NoticeKind, NoticeValues } from "./notice-kind";
import type { StepNumber } from "./proficiency";

/** What nobody does, and somebody should know of: found once a day, told once by its key. */

/** So many days before somebody's work in a role group counts as too old. */
export const ENDING_STAGES = [60, 30, 7] as const;
/** Days without a record after which a trainee has fallen silent. */
export const SILENT_DAYS = 60;

type Reminded = {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly roleGroupCode: RoleGroupCode | null;
  readonly toIds: readonly string[];
};
export type Ending = Reminded & { readonly lastDay: PlainDay };
export type Silent = Reminded & { readonly since: PlainDay };
/** A target date that will not be kept; `toIds` are those beside the trainee. */
export type AtRisk = Reminded & { readonly step: StepNumber; readonly targetOn: PlainDay };
/** A hold whose time ran out while nobody decided; `toIds` is its holder. */
export type Lapsed = Reminded & {
  readonly holdId: string;
  readonly subject: HoldSubject;
  readonly heldId: string;
  readonly lapsedOn: PlainDay;
};

/** The nearest stage that is reached; null before the first, and after the last day. */
export const stageOf = (today: PlainDay, lastDay: PlainDay): number | null => {
  const left = daysBetween(today, lastDay);
  return left < 0 ? null : (ENDING_STAGES.filter((stage) => left <= stage).at(-1) ?? null);
};

/** The person and who manages the team learn at each stage when the work becomes too old. */
export const endingReminders = (rows: readonly Ending[], today: PlainDay, at: Date): NewNotice[] =>
  rows.flatMap(({ lastDay, ...row }) => {
    const stage = stageOf(today, lastDay);
    if (stage === null) return [];
    return noticesFor(row, "currencyEnding", `currency ${row.enrolmentId} ${lastDay} ${stage}`, { on: lastDay }, at);
  });

/** Mentors and managers learn once that nothing was heard since a day; the trainee is not reproached. */
export const silentReminders = (rows: readonly Silent[], at: Date): NewNotice[] =>
  rows.flatMap(({ since, ...row }) =>
    noticesFor(row, "traineeSilent", silentKey(row.enrolmentId, since), { on: since }, at),
  );

/** Once for each date: the trainee, and who mentors and manages there. */
export const targetReminders = (rows: readonly AtRisk[], at: Date): NewNotice[] =>
  rows.flatMap(({ step, targetOn, ...row }) => {
    const key = `target ${row.enrolmentId} ${step} ${targetOn}`;
    const facts = { step, on: targetOn };
    const own = noticesFor({ ...row, toIds: [row.personId] }, "targetAtRisk", key, facts, at);
    return [...own, ...noticesFor(row, "traineeTargetAtRisk", key, facts, at)];
  });

/** The holder learns once that what they had taken on is everybody's again. */
export const lapsedReminders = (rows: readonly Lapsed[], at: Date): NewNotice[] =>
  rows.flatMap(({ holdId, subject, heldId, lapsedOn, ...row }) =>
    noticesFor(row, "holdLapsed", `lapsed ${holdId}`, { subject, subjectId: heldId, on: lapsedOn }, at),
  );

export const silentKey = (enrolmentId: string, since: PlainDay) => `silent ${enrolmentId} ${since}`;

function noticesFor(
  { enrolmentId, personId: subjectId, roleGroupCode, toIds }: Reminded,
  kind: NoticeKind,
  key: string,
  facts: NoticeValues,
  at: Date,
): NewNotice[] {
  const values = { ...facts, enrolmentId, ...(roleGroupCode !== null && { roleGroupCode }) };
  const about = { about: null, enrolmentId, subjectId, actorId: "system", values, at };
  return [...new Set(toIds)].map((personId) => ({ personId, kind, key, ...about }));
}
