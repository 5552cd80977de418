import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Caller } from "@/lib/domain/access";
import type { StepNumber } from "@/lib/domain/proficiency";
import { emptyDatabase } from "@/tests/support/database";
import { ACTS, type ActName, type OnTrainee } from "@/tests/support/life/acts";
import { brokenAtTheEnd, brokenNow, completed } from "@/tests/support/life/invariants";
import { nextAct } from "@/tests/support/life/next-act";
import {
  aSmallOrganisation,
  FIRST_DAY,
  type SmallOrganisation,
  smallCurriculum,
} from "@/tests/support/life/small-organisation";
import { actorOf } from "@/tests/support/personas";

/** Every command of training in any order by anybody, on the real database: whatever is refused or accepted, these hold. */

type Model = { acts: number; completed: Map<string, readonly number[]> };
type Real = SmallOrganisation;
type Command = fc.AsyncCommand<Model, Real>;

const NAMES = Object.keys(ACTS) as ActName[];
const RARE: readonly ActName[] = ["endsEnrolment", "unticksTopic", "takesRecordBack"];

type Wish = readonly [act: ActName, by: readonly number[], trainee: number, step: StepNumber, seed: number];

/** One act by somebody, or the same act by several people at the same moment. */
const does = ([act, by, trainee, step, seed]: Wish): Command => ({
  check: () => true,
  toString: () => `${act}(by ${by.join(" and ")}, trainee ${trainee}, STEP${step}, ${seed})`,
  async run(model, { trainees, people }) {
    const on = onTrainee(trainees[trainee] ?? "", step, seed);
    const everybody = Object.values(people);
    const callers = by.map((each) => callerOf(everybody[each % everybody.length] ?? "", model));
    await Promise.all(callers.map(async (caller) => ACTS[act](on, await caller)));
    await settle(model, act);
  },
});

type Forward = {
  readonly trainee: number;
  /** Null: the one that is open. */
  readonly step: StepNumber | null;
  /** Null: somebody who may. */
  readonly by: number | null;
  readonly seed: number;
};

/** The trainee gets on; or somebody tries it out of turn, or for themselves. */
const getsOn = (wish: Forward): Command => ({
  check: () => true,
  toString: () => `getsOn(${JSON.stringify(wish)})`,
  async run(model, { trainees, people }) {
    const traineeId = trainees[wish.trainee] ?? "";
    const next = await nextAct(traineeId, wish.step);
    if (!next) return;
    const mentor = traineeId === people.kenichi ? people.yuko : people.kenichi;
    const fitting = { trainee: traineeId, mentor: mentor ?? "", manager: people.makoto ?? "" }[next.as];
    const by = wish.by === null ? fitting : (Object.values(people)[wish.by] ?? "");
    await ACTS[next.act](onTrainee(traineeId, next.step, wish.seed), await callerOf(by, model));
    await settle(model, next.act);
  },
});

const onTrainee = (traineeId: string, step: StepNumber, seed: number): OnTrainee => ({
  traineeId,
  step,
  pick: (of) => of[seed % Math.max(1, of.length)],
});

/** A minute later each time. */
const callerOf = async (personId: string, { acts }: Model): Promise<Caller> => ({
  actor: await actorOf(personId),
  now: new Date(FIRST_DAY.getTime() + acts * 60_000),
});

/** After each act: nothing is broken, and no STEP was completed before the one under it. */
async function settle(model: Model, act: ActName) {
  model.acts += 1;
  expect(await brokenNow(), `after ${act}`).toEqual([]);
  const now = byEnrolment(await completed());
  for (const [enrolmentId, steps] of now) {
    const before = model.completed.get(enrolmentId) ?? [];
    // What is reinstated over a gap stands and does not count until the gap is closed.
    const isNew = act !== "reinstates" && steps.some((step) => !before.includes(step));
    if (isNew) expect(gapsIn(steps), `order of STEPs after ${act}`).toEqual([]);
  }
  model.completed = now;
}

function byEnrolment(rows: readonly { enrolmentId: string; step: number }[]) {
  const steps = new Map<string, readonly number[]>();
  for (const { enrolmentId, step } of rows) steps.set(enrolmentId, [...(steps.get(enrolmentId) ?? []), step]);
  return steps;
}

const gapsIn = (steps: readonly number[]) =>
  [0, 1, 2, 3].filter((step) => step < Math.max(...steps) && !steps.includes(step));

const aStep = fc.constantFrom<StepNumber>(0, 1, 2, 3);
const anAct = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...NAMES.filter((name) => !RARE.includes(name))) },
  { weight: 1, arbitrary: fc.constantFrom(...RARE) },
);
const anActBy = (people: { minLength: number; maxLength: number }) =>
  fc.tuple(anAct, fc.array(fc.nat(7), people), fc.nat(2), aStep, fc.nat(60)).map(does);
const forward = (wish: { step: fc.Arbitrary<StepNumber | null>; by: fc.Arbitrary<number | null> }) =>
  fc.record({ trainee: fc.nat(2), seed: fc.nat(60), ...wish }).map(getsOn);
const never = fc.constant(null);
const walks = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: forward({ step: never, by: never }) },
    { weight: 3, arbitrary: forward({ step: fc.constantFrom<StepNumber>(2, 3), by: never }) },
    { weight: 2, arbitrary: forward({ step: fc.option(aStep), by: fc.nat(7) }) },
    { weight: 3, arbitrary: anActBy({ minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: anActBy({ minLength: 2, maxLength: 3 }) },
  ),
  { minLength: 40, maxLength: 120, size: "max" },
);

beforeAll(async () => {
  await emptyDatabase();
  await smallCurriculum();
});

test("any walk through training leaves it in order", async () => {
  await fc.assert(
    fc.asyncProperty(walks, async (commands) => {
      const model: Model = { acts: 0, completed: new Map() };
      await fc.asyncModelRun(async () => ({ model, real: await aSmallOrganisation() }), commands);
    }),
    { numRuns: 15, endOnFailure: true },
  );
  const { standings, problems, found } = await brokenAtTheEnd();
  expect(standings.before).toEqual(standings.rebuilt);
  expect(problems).toEqual([]);
  expect(found).toEqual([]);
}, 240_000);

/** Latest first, so that each act finds what the one before it left. */
const latest = (traineeId: string, step: StepNumber): OnTrainee => ({ traineeId, step, pick: (of) => of.at(-1) });

const IN_ORDER: readonly (readonly [ActName, "misaki" | "kenichi" | "makoto", StepNumber])[] = [
  ["ticksTopic", "misaki", 0],
  ["unticksTopic", "misaki", 0],
  ["recognises", "makoto", 0],
  ["logs", "misaki", 1],
  ["sendsClaimBack", "kenichi", 1],
  ["corrects", "misaki", 1],
  ["verifies", "kenichi", 1],
  ["takesVerificationBack", "kenichi", 1],
  ["takesClaimBack", "misaki", 1],
  ["takesRecordBack", "misaki", 1],
  ["recognises", "makoto", 2],
  ["logs", "misaki", 3],
  ["verifies", "kenichi", 3],
  ["judges", "kenichi", 3],
  ["asks", "misaki", 3],
  ["takesRequestBack", "misaki", 3],
  ["asks", "misaki", 3],
  ["sendsRequestBack", "kenichi", 3],
  ["answers", "misaki", 3],
  ["judgesAnswer", "kenichi", 3],
  ["asks", "misaki", 3],
  ["takesOn", "kenichi", 3],
  ["handsOver", "kenichi", 3],
  ["endsHold", "makoto", 3],
  ["takesOn", "kenichi", 3],
  ["givesBack", "kenichi", 3],
  ["signs", "kenichi", 3],
  ["countersigns", "makoto", 3],
  ["revokes", "makoto", 3],
  ["reinstates", "makoto", 3],
  ["endsEnrolment", "makoto", 3],
];

test("each of these commands is accepted where it fits", async () => {
  const { people } = await aSmallOrganisation();
  const model: Model = { acts: 0, completed: new Map() };
  for (const [act, name, step] of IN_ORDER) {
    const answer = await ACTS[act](latest(people.misaki ?? "", step), await callerOf(people[name] ?? "", model));
    expect(answer, `${act} by ${name}, STEP${step}`).toMatchObject({ ok: true });
    await settle(model, act);
  }
  expect([...new Set(IN_ORDER.map(([act]) => act))].sort()).toEqual([...NAMES].sort());
});
