import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/access";
import { toDbDay } from "@/lib/platform/days";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { findPolicyValues, findPolicyValuesNow, policyDefinitions, policyWithHistory } from "@/lib/policy/queries";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type World } from "@/tests/support/personas";

const PAIRS = "g3.s2.pairDuty.n";
let world: World;
let setAt = 0;

/** The manager Makoto sets a value from a day on. */
const set = (
  code: string,
  value: number | string | boolean | { code: string }[],
  holdsFrom: string,
  reason = "見直し",
) => {
  setAt += 60_000;
  return db().policySetting.create({
    data: {
      id: newId(),
      code,
      value,
      holdsFrom: toDbDay(holdsFrom),
      reason,
      setById: world.people.makoto.id,
      setAt: new Date(Date.UTC(2026, 3, 1) + setAt),
    },
  });
};
const on = async (day: string, code = PAIRS) => (await findPolicyValues(day))[code];
const seenBy = async (actor: Actor, day = "2026-11-20") =>
  (await policyWithHistory(actor, day)).find(({ definition }) => definition.code === PAIRS);

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
});

describe("values on a day", () => {
  test("our defaults where nothing was set, for every parameter", async () => {
    const values = await findPolicyValues("2026-11-20");
    expect(Object.keys(values)).toEqual((await policyDefinitions()).map(({ code }) => code));
    expect(values).toMatchObject({ [PAIRS]: 10, "platform.recordReachMonths": 24, "platform.countersign.step3": true });
  });

  test("a value holds from its day, until a later one", async () => {
    await set(PAIRS, 12, "2026-05-01");
    await set(PAIRS, 15, "2026-10-01");
    expect([await on("2026-04-30"), await on("2026-05-01"), await on("2026-09-30"), await on("2026-10-01")]).toEqual([
      10, 12, 12, 15,
    ]);
  });

  test("of two for the same day the one set last holds", async () => {
    await set(PAIRS, 12, "2026-05-01");
    await set(PAIRS, 11, "2026-05-01");
    expect(await on("2026-06-01")).toBe(11);
  });

  test("lists and flags too", async () => {
    await set("g3.s1.readingList", [{ code: "handbook" }], "2026-05-01");
    await set("platform.countersign.step2", true, "2026-05-01");
    expect(await on("2026-06-01", "g3.s1.readingList")).toEqual([{ code: "handbook" }]);
    expect(await on("2026-06-01", "platform.countersign.step2")).toBe(true);
  });

  test("a setting that no longer fits its parameter, or has none, is left out", async () => {
    await set(PAIRS, 100_000, "2026-05-01");
    await set("local.gone", 3, "2026-05-01");
    expect(await on("2026-06-01")).toBe(10);
    expect(await on("2026-06-01", "local.gone")).toBeUndefined();
  });

  test("today is Tokyo's where nobody says otherwise", async () => {
    await set(PAIRS, 12, "2026-11-21");
    const at = async (instant: string) => (await findPolicyValuesNow(new Date(instant)))[PAIRS];
    expect([await at("2026-11-20T14:59:59Z"), await at("2026-11-20T15:00:00Z")]).toEqual([10, 12]);
  });
});

describe("the history", () => {
  test("managers see who set what, when and why, also what holds only later", async () => {
    await set(PAIRS, 12, "2026-05-01", "人数が増えたため");
    await set(PAIRS, 15, "2027-04-01");
    const seen = await seenBy(await actorOf(world.people.makoto.id));
    expect(seen).toMatchObject({ value: 12, isDefault: false });
    expect(seen?.history.map(({ holdsFrom, reason, setBy }) => [holdsFrom, reason, setBy?.id])).toEqual([
      ["2027-04-01", "見直し", world.people.makoto.id],
      ["2026-05-01", "人数が増えたため", world.people.makoto.id],
    ]);
  });

  test("others see the values alone", async () => {
    await set(PAIRS, 12, "2026-05-01");
    const seen = await seenBy(await actorOf(world.people.taro.id));
    expect(seen).toMatchObject({ value: 12, isDefault: false, history: [] });
    expect(await seenBy(await actorOf(world.people.taro.id), "2026-04-30")).toMatchObject({
      value: 10,
      isDefault: true,
    });
  });
});
