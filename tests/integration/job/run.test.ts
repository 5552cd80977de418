import { beforeEach, describe, expect, test } from "vitest";
import { HOLD_MS, KEPT_MS, MOST_ATTEMPTS, PAUSES_MS, SILENT_MS } from "@/lib/domain/job";
import { refuse } from "@/lib/domain/result";
import { beginRounds, runNextJob, sayAlive, tidyJobs } from "@/lib/job/commands";
import { db } from "@/lib/platform/db";
import { findHealth } from "@/lib/platform/health";
import { newId } from "@/lib/platform/ids";
import { atOnce } from "@/tests/support/audit";
import { aTeam } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { aClock, aJob, jobOf, watchedWork } from "@/tests/support/jobs";

const fails = () => refuse({ code: "Fault" } as const);

beforeEach(emptyDatabase);

describe("running jobs", () => {
  test("one after another, in the order of their time, each once", async () => {
    const clock = aClock();
    const { work, done } = watchedWork();
    await aJob("second", new Date("2026-11-20T00:59:59.000002Z"));
    await aJob("first", new Date("2026-11-20T00:59:58Z"));
    await aJob("tomorrow", new Date("2026-11-21T01:00:00Z"));
    expect([await runNextJob(work, "inside", clock.read), await runNextJob(work, "inside", clock.read)]).toEqual([
      true,
      true,
    ]);
    expect(await runNextJob(work, "inside", clock.read)).toBe(false);
    expect(done).toEqual([{ key: "first" }, { key: "second" }]);
  });

  test("twenty runners at once do each job once", async () => {
    const clock = aClock();
    const { work, done } = watchedWork();
    for (let number = 0; number < 10; number += 1) await aJob(`job ${number}`, clock.read());
    await atOnce(20, () => runNextJob(work, "inside", clock.read));
    expect(done).toHaveLength(10);
    expect(new Set(done.map(({ key }) => key)).size).toBe(10);
    expect(await db().job.count({ where: { doneAt: null } })).toBe(0);
  });

  test("a job whose runner is gone is free again after a while; the late end of the first counts no more", async () => {
    const clock = aClock();
    const { id } = await aJob("long", clock.read());
    const { work: quick, done } = watchedWork();
    const { work: slow } = watchedWork(async () => {
      clock.pass(HOLD_MS - 1);
      expect(await runNextJob(quick, "inside", clock.read)).toBe(false);
      clock.pass(1);
      expect(await runNextJob(quick, "inside", clock.read)).toBe(true);
      return fails();
    });
    await runNextJob(slow, "inside", clock.read);
    expect(done).toHaveLength(1);
    expect(await jobOf(id)).toMatchObject({ attempts: 2, failure: null, doneAt: clock.read() });
  });
});

describe("failing", () => {
  test("is tried again after ever longer pauses, then given up with its reason", async () => {
    const clock = aClock();
    const { work, done } = watchedWork(fails);
    const { id } = await aJob("bad", clock.read());
    for (const pause of PAUSES_MS) {
      expect(await runNextJob(work, "inside", clock.read)).toBe(true);
      expect(await runNextJob(work, "inside", clock.read)).toBe(false);
      clock.pass(pause);
    }
    await runNextJob(work, "inside", clock.read);
    expect(done).toHaveLength(MOST_ATTEMPTS);
    expect(await jobOf(id)).toMatchObject({ failure: "Fault", deadAt: clock.read(), doneAt: null });
    clock.pass(365 * 24 * 3_600_000);
    expect(await runNextJob(work, "inside", clock.read)).toBe(false);
  });

  test("a throw is a failure like another, and the next job is done", async () => {
    const clock = aClock();
    const { work, done } = watchedWork(({ key }) => {
      if (key === "bad") throw new TypeError("a bug");
      return { ok: true, value: null };
    });
    const bad = await aJob("bad", new Date("2026-11-20T00:00:00Z"));
    await aJob("good", clock.read());
    await runNextJob(work, "inside", clock.read);
    await runNextJob(work, "inside", clock.read);
    expect(done).toEqual([{ key: "bad" }, { key: "good" }]);
    expect(await jobOf(bad.id)).toMatchObject({ failure: "Fault", deadAt: null, attempts: 1 });
  });

  test("a job that takes its runner down each time is not begun for ever", async () => {
    const clock = aClock();
    const { work, done } = watchedWork();
    const { id } = await aJob("deadly", clock.read());
    await db().job.update({ where: { id }, data: { attempts: MOST_ATTEMPTS, heldUntil: clock.read() } });
    await runNextJob(work, "inside", clock.read);
    expect(done).toEqual([]);
    expect(await jobOf(id)).toMatchObject({ failure: "RunnerLost", deadAt: clock.read() });
  });
});

describe("rounds", () => {
  test("begin once each, however many ask", async () => {
    const clock = aClock();
    await aTeam({ timeZone: "Asia/Tokyo" });
    await aTeam({ timeZone: "Asia/Tokyo" });
    await aTeam({ timeZone: "Europe/Berlin" });
    const rounds = [
      { kind: "tidyUp", everyMinutes: 15 },
      { kind: "tidyUp", dailyAtHour: 7 },
    ] as const;
    await atOnce(10, () => beginRounds(rounds, clock.read()));
    const keys = (await db().job.findMany({ orderBy: { key: "asc" } })).map(({ key }) => key);
    expect(keys).toEqual(["2026-11-20T01:00:00.000Z", "Asia/Tokyo 2026-11-20"]);
  });

  test("what is long done is forgotten, what was given up is not", async () => {
    const clock = aClock();
    const { id: done } = await aJob("done", clock.read());
    const { id: dead } = await aJob("dead", clock.read());
    await db().job.update({ where: { id: done }, data: { doneAt: clock.read() } });
    await db().job.update({ where: { id: dead }, data: { deadAt: clock.read(), failure: "Fault" } });
    clock.pass(KEPT_MS);
    await tidyJobs(clock.read());
    expect(await db().job.count()).toBe(2);
    clock.pass(1);
    await tidyJobs(clock.read());
    expect((await db().job.findMany()).map(({ id }) => id)).toEqual([dead]);
  });
});

describe("health", () => {
  test("the jobs run while a runner was seen within a minute", async () => {
    const clock = aClock();
    expect(await findHealth(clock.read())).toEqual({ isUp: true, jobsRun: false });
    const runner = newId();
    await sayAlive(runner, clock.read());
    clock.pass(SILENT_MS - 1);
    expect(await findHealth(clock.read())).toEqual({ isUp: true, jobsRun: true });
    clock.pass(1);
    expect(await findHealth(clock.read())).toEqual({ isUp: true, jobsRun: false });
    await sayAlive(runner, clock.read());
    expect(await findHealth(clock.read())).toEqual({ isUp: true, jobsRun: true });
    expect(await db().jobRunner.count()).toBe(1);
  });
});
