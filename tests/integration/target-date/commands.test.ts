import { beforeEach, describe, expect, test } from "vitest";
import { compareWithEvents } from "@/lib/chronicle/queries";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { setTargetDate } from "@/lib/target-date/commands";
import type { TargetForm } from "@/lib/target-date/schema";
import { targetForm } from "@/lib/target-date/schema";
import { listTraining } from "@/lib/training/queries";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { at, recognisedUpTo } from "@/tests/support/practice";
import { enrolmentOf } from "@/tests/support/training";

const now = at("2026-11-20", "14:02");
const refused = (code: string, fields: object = {}) => ({ ok: false, refusal: { code, ...fields } });

let world: World;
let liaison: { id: string };
beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  liaison = await enrolmentOf(world.people.misaki, "liaison-coordination");
});
const as = async (name: PersonaName, when = now) => ({ actor: await actorOf(world.people[name].id), now: when });
const dated = (targetOn: string | null, wish: Partial<TargetForm> = {}): TargetForm => ({
  onceKey: newId(),
  enrolmentId: liaison.id,
  step: 1,
  targetOn,
  reason: "",
  ...wish,
});
const seenBy = async (name: PersonaName) => {
  const views = await listTraining(await actorOf(world.people[name].id), world.people.misaki.id, now);
  return views.find(({ training }) => training.ref.enrolmentId === liaison.id)?.training.targets;
};

describe("a target date", () => {
  test("sent twenty times at once it is one date and one event, without a word of the reason", async () => {
    const [form, caller] = [dated("2027-03-31", { reason: "4月の異動の前に" }), await as("misaki")];
    const answers = await atOnce(20, () => setTargetDate(form, caller));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await db().targetDate.findMany()).toMatchObject([
      { id: form.onceKey, step: 1, attempt: 0, reason: form.reason },
    ]);
    const body = { enrolmentId: liaison.id, step: 1, attempt: 0, targetOn: "2027-03-31", earlierOn: null };
    expect(await eventsAbout(world.people.misaki.id)).toEqual([
      { action: "TargetDateSet", actor: world.people.misaki.id, body },
    ]);
  });

  test("set by twenty people's forms at once: each is kept in its order, and the last one stands", async () => {
    const callers = await Promise.all((["misaki", "kenichi", "makoto"] as const).map((name) => as(name)));
    await Promise.all(
      Array.from({ length: 18 }, (_, number) => {
        const caller = callers[number % 3];
        return caller && setTargetDate(dated(`2027-03-${String(number + 1).padStart(2, "0")}`), caller);
      }),
    );
    const rows = await db().targetDate.findMany({ orderBy: { attempt: "asc" } });
    expect(rows.map(({ attempt }) => attempt)).toEqual(rows.map((_, number) => number));
    const events = await eventsAbout(world.people.misaki.id);
    expect(events.map(({ body }) => body.attempt)).toEqual(rows.map(({ attempt }) => attempt));
    expect(rows).toHaveLength(18);
  });

  test("moved and taken away it stays in the history, for everybody who sees the training", async () => {
    await setTargetDate(dated("2027-03-31"), await as("misaki"));
    await setTargetDate(dated("2027-06-30", { reason: "夜間当番の期間が延びたため" }), await as("kenichi"));
    await setTargetDate(dated(null), await as("makoto"));
    const history = [
      { step: 1, targetOn: null, by: { name: "渡辺 誠" }, setOn: "2026-11-20" },
      { step: 1, targetOn: "2027-06-30", by: { name: "高橋 健一" }, reason: "夜間当番の期間が延びたため" },
      { step: 1, targetOn: "2027-03-31", by: { name: "佐藤 美咲" } },
    ];
    for (const name of ["misaki", "kenichi", "makoto"] as const)
      expect(await seenBy(name), name).toMatchObject(history);
    expect((await eventsAbout(world.people.misaki.id)).map(({ body }) => body.earlierOn)).toEqual([
      null,
      "2027-03-31",
      "2027-06-30",
    ]);
    const { found } = await compareWithEvents();
    expect(found.filter(({ key }) => key.startsWith("target"))).toEqual([]);
  });

  test("by nobody else, nor where there is nothing", async () => {
    for (const name of ["ren", "yuko", "akari", "shin", "emi", "taro", "nao", "soto"] as const)
      expect(await setTargetDate(dated("2027-03-31"), await as(name)), name).toEqual(refused("NotFound"));
    expect(await setTargetDate(dated("2027-03-31", { enrolmentId: newId() }), await as("misaki"))).toEqual(
      refused("NotFound"),
    );
    expect(await db().targetDate.count()).toBe(0);
  });

  test("not of a STEP that is done, in the past or too far ahead", async () => {
    const misaki = await as("misaki");
    expect(await setTargetDate(dated("2026-11-19"), misaki)).toEqual(refused("TargetInPast"));
    expect(await setTargetDate(dated("2037-01-01"), misaki)).toEqual(refused("TargetTooFar", { years: 10 }));
    await recognisedUpTo(liaison, world.people.makoto, 1);
    expect(await setTargetDate(dated("2027-03-31"), misaki)).toEqual(refused("TargetOfDoneStep"));
    expect(await setTargetDate(dated("2027-03-31", { step: 2 }), misaki)).toMatchObject({ ok: true });
  });

  test("the database keeps one next date, and changes none", async () => {
    await setTargetDate(dated("2027-03-31"), await as("misaki"));
    const [row] = await db().targetDate.findMany();
    if (!row) throw new Error("no date");
    await expect(db().targetDate.create({ data: { ...row, id: newId() } })).rejects.toThrow();
    await expect(db().targetDate.updateMany({ data: { reason: "ほかの理由" } })).rejects.toThrow();
  });
});

test("the form: an empty day takes the date away, a STEP is one of four", () => {
  const form = { onceKey: newId(), enrolmentId: newId(), step: "1", targetOn: "", reason: "" };
  expect(targetForm.parse(form)).toMatchObject({ step: 1, targetOn: null, reason: "" });
  expect(targetForm.safeParse({ ...form, step: "4" }).success).toBe(false);
  expect(targetForm.safeParse({ ...form, targetOn: "2027-02-30" }).success).toBe(false);
});
