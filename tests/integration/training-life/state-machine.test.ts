import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Caller } from "@/lib/domain/access";
import type { StepNumber } from "@/lib/domain/proficiency";
import { db } from "@/lib/platform/db";
import { emptyDatabase } from "@/tests/support/database";
import type { OnTrainee } from "@/tests/support/life/act";
import { brokenAtTheEnd, brokenNow, completed } from "@/tests/support/life/invariants";
import { brokenAround, restedOn } from "@/tests/support/life/invariants-around";
import { nextAct } from "@/tests/support/life/next-act";
import { bringsIn, seedOf } from "@/tests/support/life/shared-acts";
import {
  aSmallOrganisation,
  FIRST_DAY,
  type SmallOrganisation,
  smallCurriculum,
} from "@/tests/support/life/small-organisation";
import { ACT_NAMES, ACTS, type ActName, type Beside, besideTraining, FITTING } from "@/tests/support/life/whole-life";
import { actorOf } from "@/tests/support/personas";

/** Every command of training in any order by anybody, on the real database: whatever is refused or accepted, these hold. */

type Model = { completed: Map<string, readonly number[]>; rested: ReadonlyMap<string, string> };
type Real = SmallOrganisation;
type Command = fc.AsyncCommand<Model, Real>;

const RARE: readonly ActName[] = ["endsEnrolment", "unticksTopic", "takesRecordBack"];
const BESIDE = besideTraining(ACT_NAMES);
/** Some need what others leave behind: they come more often. */
const OFTEN: readonly Beside[] = [
  ...(["bringsWorkIn", "verifiesImport", "logsEvent", "verifiesEvent"] as const),
  ...(["asksOpinion", "givesOpinion", "deactivates", "transfers"] as const),
];

type Wish = readonly [act: ActName, by: readonly number[], trainee: number, step: StepNumber, seed: number];

/** One act by somebody, or the same act by several people at the same moment. */
const does = ([act, by, trainee, step, seed]: Wish): Command => ({
  check: () => true,
  toString: () => `${act}(by ${by.join(" and ")}, trainee ${trainee}, STEP${step}, ${seed})`,
  async run(model, real) {
    const everybody = Object.values(real.people);
    const callers = by.map((each) => everybody[each % everybody.length] ?? "");
    await carryOut(model, real, { act, on: onTrainee(real, trainee, step, seed), callers });
  },
});

/** Beside the training, by somebody who may. */
const happens = ([act, nth, trainee, step, seed]: readonly [Beside, number, number, StepNumber, number]): Command => ({
  check: () => true,
  toString: () => `${act}(trainee ${trainee}, STEP${step}, ${seed})`,
  async run(model, real) {
    const on = onTrainee(real, trainee, step, seed);
    await carryOut(model, real, { act, on, callers: [fitting(real, on.traineeId, FITTING[act], nth)] });
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
  async run(model, real) {
    const traineeId = real.trainees[wish.trainee] ?? "";
    const next = await nextAct(traineeId, wish.step, wish.seed);
    if (!next) return;
    const by = wish.by === null ? fitting(real, traineeId, next.as, 0) : Object.values(real.people)[wish.by];
    const on = onTrainee(real, wish.trainee, next.step, wish.seed);
    await carryOut(model, real, { act: next.act, on, callers: [by ?? ""] });
  },
});

function fitting({ people }: Real, traineeId: string, as: (typeof FITTING)[Beside], nth: number): string {
  const mentors = [people.kenichi, people.yuko].filter((id) => id !== traineeId);
  const able = { trainee: [traineeId], mentor: mentors, manager: [people.makoto, people.akari], admin: [people.shin] }[
    as
  ];
  return able[nth % able.length] ?? "";
}

const onTrainee = (
  { teamId, trainees, sourceId }: Real,
  trainee: number,
  step: StepNumber,
  seed: number,
): OnTrainee => ({
  ...{ traineeId: trainees[trainee] ?? "", teamId, trainees, sourceId, step },
  pick: (of) => of[seed % Math.max(1, of.length)],
});

let acts = 0;

/** Some seconds later each time. */
const callerOf = async (personId: string): Promise<Caller> => ({
  actor: await actorOf(personId),
  now: new Date(FIRST_DAY.getTime() + acts * 10_000),
});

type Doing = { readonly act: ActName; readonly on: OnTrainee; readonly callers: readonly string[] };

/** Who is deactivated does not come in at the door. */
async function carryOut(model: Model, { sourceId }: Real, { act, on, callers }: Doing) {
  acts += 1;
  const there = await db().person.findMany({ where: { id: { in: [...callers] }, deactivatedAt: null } });
  const all = await Promise.all(there.map(({ id }) => callerOf(id)));
  const answers = await Promise.all(all.map((caller) => ACTS[act](on, caller)));
  await settle(model, act);
  const [first] = all.filter((_, place) => isOk(answers[place]));
  if (act !== "bringsWorkIn" || !first) return;
  const again = await bringsIn(sourceId, seedOf(on), first);
  expect(again, "the same file again").toMatchObject({ ok: false, refusal: { code: "WorkAlreadyImported" } });
}

const isOk = (answer: unknown) => typeof answer === "object" && answer !== null && "ok" in answer && answer.ok === true;

/** After each act: nothing is broken, nothing signed has changed, and no STEP was completed before the one under it. */
async function settle(model: Model, act: ActName) {
  expect([...(await brokenNow()), ...(await brokenAround())], `after ${act}`).toEqual([]);
  const rested = await restedOn();
  for (const [id, said] of model.rested) expect(rested.get(id), `what was signed, after ${act}`).toBe(said);
  const now = byEnrolment(await completed());
  if (besideTraining([act]).length > 0) expect(now, `STEPs completed, after ${act}`).toEqual(model.completed);
  for (const [enrolmentId, steps] of now) {
    const before = model.completed.get(enrolmentId) ?? [];
    // What is reinstated over a gap stands and does not count until the gap is closed.
    const isNew = act !== "reinstates" && steps.some((step) => !before.includes(step));
    if (isNew) expect(gapsIn(steps), `order of STEPs after ${act}`).toEqual([]);
  }
  model.completed = now;
  model.rested = rested;
}

const aModel = async (): Promise<Model> => ({ completed: byEnrolment(await completed()), rested: await restedOn() });

function byEnrolment(rows: readonly { enrolmentId: string; step: number }[]) {
  const steps = new Map<string, readonly number[]>();
  for (const { enrolmentId, step } of rows) {
    steps.set(enrolmentId, [...(steps.get(enrolmentId) ?? []), step].sort());
  }
  return steps;
}

const gapsIn = (steps: readonly number[]) =>
  [0, 1, 2, 3].filter((step) => step < Math.max(...steps) && !steps.includes(step));

const aStep = fc.constantFrom<StepNumber>(0, 1, 2, 3);
const anAct = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...ACT_NAMES.filter((name) => !RARE.includes(name))) },
  { weight: 1, arbitrary: fc.constantFrom(...RARE) },
);
const anActBy = (people: { minLength: number; maxLength: number }) =>
  fc.tuple(anAct, fc.array(fc.nat(8), people), fc.nat(2), aStep, fc.nat(60)).map(does);
const forward = (wish: { step: fc.Arbitrary<StepNumber | null>; by: fc.Arbitrary<number | null> }) =>
  fc.record({ trainee: fc.nat(2), seed: fc.nat(60), ...wish }).map(getsOn);
const never = fc.constant(null);
const beside = fc
  .tuple(fc.constantFrom(...BESIDE, ...OFTEN, ...OFTEN), fc.nat(1), fc.nat(2), aStep, fc.nat(60))
  .map(happens);
const walks = fc.array(
  fc.oneof(
    { weight: 9, arbitrary: forward({ step: never, by: never }) },
    { weight: 3, arbitrary: forward({ step: fc.constantFrom<StepNumber>(2, 3), by: never }) },
    { weight: 2, arbitrary: forward({ step: fc.option(aStep), by: fc.nat(8) }) },
    { weight: 4, arbitrary: beside },
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
      const real = await aSmallOrganisation();
      await fc.asyncModelRun(async () => ({ model: await aModel(), real }), commands);
    }),
    { numRuns: 10, endOnFailure: true },
  );
  const { standings, problems, found } = await brokenAtTheEnd();
  expect(standings.before).toEqual(standings.rebuilt);
  expect(problems).toEqual([]);
  expect(found).toEqual([]);
}, 240_000);

/** Latest first, so that each act finds what the one before it left. */
const latest = (real: Real, trainee: number, step: StepNumber): OnTrainee => ({
  ...onTrainee(real, trainee, step, 0),
  pick: (of) => of.at(-1),
});

type Person = "misaki" | "ren" | "kenichi" | "yuko" | "makoto" | "shin";

const OF_REN: readonly (readonly [ActName, Person, StepNumber])[] = [
  ["recognises", "makoto", 1],
  ["setsPolicy", "makoto", 1],
  ["rebases", "makoto", 2],
  ["logsEvent", "ren", 2],
  ["correctsEvent", "ren", 2],
  ["cancelsEvent", "ren", 2],
  ["logsEvent", "ren", 2],
  ["declinesProposal", "ren", 2],
  ["logsEvent", "makoto", 2],
  ["annotatesEvent", "kenichi", 2],
  ["confirmsProposal", "ren", 2],
  ["verifiesEvent", "kenichi", 2],
  ["bringsWorkIn", "makoto", 2],
  ["verifiesImport", "kenichi", 2],
  ["changesTracks", "makoto", 2],
  ["asksOpinion", "yuko", 2],
  ["givesOpinion", "kenichi", 2],
  ["asksOpinion", "yuko", 2],
  ["declinesOpinion", "kenichi", 2],
  ["exempts", "makoto", 3],
  ["movesToEdition", "makoto", 2],
  ["takesChangeBack", "makoto", 3],
  ["addsItem", "makoto", 3],
  ["entersLeave", "ren", 2],
  ["endsLeave", "makoto", 2],
  ["takesLeaveBack", "ren", 2],
  ["transfers", "makoto", 2],
  ["deactivates", "shin", 2],
  ["reactivates", "shin", 2],
];

const OF_MISAKI: readonly (readonly [ActName, Person, StepNumber])[] = [
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
  const real = await aSmallOrganisation();
  const model = await aModel();
  const inOrder = [...OF_REN.map((each) => [1, ...each] as const), ...OF_MISAKI.map((each) => [0, ...each] as const)];
  for (const [trainee, act, name, step] of inOrder) {
    acts += 1;
    const answer = await ACTS[act](latest(real, trainee, step), await callerOf(real.people[name] ?? ""));
    expect(answer, `${act} by ${name}, STEP${step}`).toMatchObject({ ok: true });
    await settle(model, act);
  }
  expect([...new Set(inOrder.map(([, act]) => act))].sort()).toEqual([...ACT_NAMES].sort());
}, 60_000);
