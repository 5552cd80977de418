import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { markTaskDone, unmarkTask } from "@/lib/training/commands";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aSignOff, enrolmentOf, tasksDone } from "@/tests/support/training";

const now = new Date("2026-11-20T01:00:00Z");
const TOPIC = "g1.common.logical-thinking";
let world: World;
let liaison: { id: string };
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (refusal: object) => ({ ok: false, refusal });
const done = () => db().taskDone.findMany({ select: { enrolmentId: true, taskCode: true, doneOn: true } });
const TASK = "g1.s1.task.1";

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  liaison = await enrolmentOf(world.people.misaki, "liaison-coordination");
});

describe("Sato Misaki ticks what she has learned", () => {
  test("a topic and a learning task, on the day she says", async () => {
    const caller = await as("misaki");
    const ticked = { enrolmentId: liaison.id, taskCode: TOPIC };
    expect(await markTaskDone({ ...ticked, doneOn: null }, caller)).toEqual({ ok: true, value: ticked });
    await markTaskDone({ enrolmentId: liaison.id, taskCode: TASK, doneOn: "2026-11-01" }, caller);
    expect(await done()).toEqual([
      { ...ticked, doneOn: new Date("2026-11-20") },
      { enrolmentId: liaison.id, taskCode: TASK, doneOn: new Date("2026-11-01") },
    ]);
    expect((await eventsAbout(world.people.misaki.id)).map(({ action, body }) => [action, body.taskCode])).toEqual([
      ["TaskMarkedDone", TOPIC],
      ["TaskMarkedDone", TASK],
    ]);
  });

  test("ten times at once: once; and takes it away ten times: once", async () => {
    const caller = await as("misaki");
    const key = { enrolmentId: liaison.id, taskCode: TOPIC };
    const marked = await atOnce(10, () => markTaskDone({ ...key, doneOn: null }, caller));
    expect(marked).toEqual(Array(10).fill({ ok: true, value: key }));
    expect(await done()).toHaveLength(1);
    const taken = await atOnce(10, () => unmarkTask(key, caller));
    expect(taken).toEqual(Array(10).fill({ ok: true, value: key }));
    expect(await done()).toEqual([]);
    expect((await eventsAbout(world.people.misaki.id)).map(({ action }) => action)).toEqual([
      "TaskMarkedDone",
      "TaskUnmarked",
    ]);
  });

  test("nothing that her enrolments do not have", async () => {
    const caller = await as("misaki");
    const basic = await enrolmentOf(world.people.misaki, null);
    const others = await enrolmentOf(world.people.ren, "soc-monitoring");
    for (const key of [
      { enrolmentId: liaison.id, taskCode: "g3.s1.task.1" },
      { enrolmentId: liaison.id, taskCode: "no.such.task" },
      { enrolmentId: basic.id, taskCode: TASK },
      { enrolmentId: others.id, taskCode: "g3.s1.task.1" },
    ]) {
      expect(await markTaskDone({ ...key, doneOn: null }, caller)).toEqual(refused({ code: "NotFound" }));
      expect(await unmarkTask(key, caller)).toEqual(refused({ code: "NotFound" }));
    }
  });

  test("a mentor or manager ticks nothing for her", async () => {
    for (const name of ["kenichi", "makoto"] as const) {
      const key = { enrolmentId: liaison.id, taskCode: TOPIC };
      expect(await markTaskDone({ ...key, doneOn: null }, await as(name))).toEqual(refused({ code: "NotFound" }));
    }
  });

  test("not tomorrow, and not away from common education that is signed off", async () => {
    const { misaki, kenichi } = world.people;
    const key = { enrolmentId: liaison.id, taskCode: TOPIC };
    const caller = await as("misaki");
    expect(await markTaskDone({ ...key, doneOn: "2026-11-21" }, caller)).toEqual(refused({ code: "DoneInFuture" }));
    await tasksDone(liaison, [TOPIC]);
    await aSignOff(liaison, 0, { by: kenichi, trainee: misaki });
    expect(await unmarkTask(key, caller)).toEqual(refused({ code: "StepCompleted", step: 0 }));
  });
});
