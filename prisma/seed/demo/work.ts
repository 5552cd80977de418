import { firstDayOf, monthOf, type PlainDay, shiftMonth } from "@/lib/domain/calendar";
import { toDbDay } from "@/lib/platform/days";
import { dayOf, instantOn } from "./days";
import { tellJudgement, tellJudgementRequest } from "./judgement";
import { type Occasion, occasionOn } from "./occasion";
import type { PlannedOccasion, PlannedWork } from "./plan";
import { tellOccasion } from "./practice";
import { reportDay, spread } from "./satisfy";
import type { Told, World } from "./world";

/** What was done towards a criterion that is still open. */
export function tellWork(world: World, told: Told, code: string, work: PlannedWork) {
  const mentor = work.by ?? "nakamura";
  const occasions = [
    ...spreadOut(world, code, work),
    ...(work.months ?? []).map((months) => occasionOn(monthly(world.today, months), code)),
    ...work.at.map((each) => single(world, code, each)),
  ];
  for (const [at, occasion] of occasions.entries()) tellOccasion(world, told, occasion, { mentor, at });
  const on = work.on ? dayOf(work.on, world.today) : null;
  for (const [checkpoint, judgement] of on ? Object.entries(work.attested) : []) {
    const judged = { criterionCode: code, checkpoint, judgement, by: mentor, comment: work.comment };
    tellJudgement(world, told, { ...judged, on: on ?? world.today });
  }
  if (work.ask)
    tellJudgementRequest(world, told, { criterionCode: code, ...work.ask, on: dayOf(work.ask.on, world.today) });
}

function monthly(today: PlainDay, months: number): PlainDay {
  return reportDay(shiftMonth(monthOf(firstDayOf(monthOf(today))), months));
}

function spreadOut({ today }: World, code: string, { n = 0, from, to, judged, wrong, also }: PlannedWork): Occasion[] {
  if (n === 0 || !from || !to) return [];
  const numbers = (at: number) =>
    judged === undefined ? {} : { judged, right: wrong.includes(at) ? judged - 1 : judged };
  return spread(n, { from: dayOf(from, today), to: dayOf(to, today) }).map((day, at) =>
    occasionOn(day, code, { also, ...numbers(at) }),
  );
}

function single({ today }: World, code: string, { on, back, again, ...told }: PlannedOccasion): Occasion {
  const later = (day: string | undefined) => (day ? dayOf(day, today) : undefined);
  return occasionOn(dayOf(on, today), code, {
    ...told,
    also: told.also ?? [],
    parts: told.parts ?? [],
    backOn: later(back),
    againOn: later(again),
  });
}

/** What somebody began to write and has not sent. */
export function tellDrafts({ rows, plan, today }: World, personIdOf: (key: string) => string) {
  for (const { person, values } of plan.drafts) {
    const savedAt = instantOn(dayOf("-1d", today), 18, `draft ${person}`);
    const happenedOn = toDbDay(dayOf("-1d", today)).toISOString().slice(0, 10);
    rows.draft.push({
      personId: personIdOf(person),
      formKey: "record",
      values: asTyped({ happenedOn, ...values }),
      savedAt,
    });
  }
}

/** A form keeps every field as a list. */
const asTyped = (values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, [value]]));
