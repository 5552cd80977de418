import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  afterFailure,
  dueRounds,
  HOLD_MS,
  JOB_FAILURES,
  JOB_KINDS,
  KEPT_MS,
  LANE_OF,
  LANES,
  MOST_ATTEMPTS,
  PAUSES_MS,
  type Round,
  retryDead,
  SILENT_MS,
  WIDTH_OF,
} from "@/lib/domain/job";

const now = new Date("2026-11-20T01:00:00Z");
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const HOUR = 3_600_000;

describe("after a failed attempt", () => {
  test.each([
    [1, 5_000],
    [2, 60_000],
    [3, 5 * 60_000],
    [4, 30 * 60_000],
    [5, 2 * HOUR],
    [6, 5 * HOUR],
    [7, 10 * HOUR],
    [8, 24 * HOUR],
  ])("number %i, the next is after %i ms", (attempts, pause) => {
    expect(afterFailure(attempts, { code: "Fault" }, now)).toEqual({ failure: "Fault", runAt: later(pause) });
  });

  test("the ninth was the last", () => {
    expect(MOST_ATTEMPTS).toBe(9);
    expect(afterFailure(9, { code: "Fault" }, now)).toEqual({ failure: "Fault", deadAt: now });
    expect(afterFailure(10, { code: "RunnerLost" }, now)).toEqual({ failure: "RunnerLost", deadAt: now });
  });

  test("what no repetition mends is given up at once", () => {
    expect(afterFailure(1, { code: "Fault", isFinal: true }, now)).toEqual({ failure: "Fault", deadAt: now });
  });

  test("the other side may ask for more patience, not for less", () => {
    const wish = (after: Date) => afterFailure(2, { code: "Fault", after }, now);
    expect(wish(later(HOUR))).toMatchObject({ runAt: later(HOUR) });
    expect(wish(later(1_000))).toMatchObject({ runAt: later(60_000) });
  });

  test("an hour's absence of a server is outlived by every job", () => {
    const last = PAUSES_MS.slice(0, -1).reduce((sum, pause) => sum + pause, 0);
    expect(last).toBeGreaterThan(HOUR);
  });

  test("the pauses grow", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: PAUSES_MS.length - 1 }), (attempts) => {
        const first = afterFailure(attempts, { code: "Fault" }, now);
        const second = afterFailure(attempts + 1, { code: "Fault" }, now);
        return "runAt" in first && "runAt" in second && first.runAt < second.runAt;
      }),
    );
  });
});

describe("whatever fails, and however often", () => {
  const failures = fc.record({
    code: fc.constantFrom(...JOB_FAILURES),
    isFinal: fc.boolean(),
    after: fc.date({ min: now, max: later(100 * HOUR), noInvalidDate: true }),
  });
  const attempts = fc.integer({ min: 1, max: 20 });

  test("its reason is kept, and it is either tried again later or given up now", () => {
    fc.assert(
      fc.property(attempts, failures, (count, failure) => {
        const failed = afterFailure(count, failure, now);
        expect(failed.failure).toBe(failure.code);
        if ("deadAt" in failed) expect(failed.deadAt).toEqual(now);
        else expect(failed.runAt.getTime()).toBeGreaterThan(now.getTime());
      }),
    );
  });

  test("it is never tried before the other side allows it, and never more than nine times", () => {
    fc.assert(
      fc.property(attempts, failures, (count, failure) => {
        const failed = afterFailure(count, failure, now);
        if ("runAt" in failed) expect(failed.runAt.getTime()).toBeGreaterThanOrEqual(failure.after.getTime());
        expect("deadAt" in failed).toBe(failure.isFinal || count >= MOST_ATTEMPTS);
      }),
    );
  });
});

describe("an administrator tries again", () => {
  const dead = { id: "a", deadAt: now };
  test("what was given up", () => expect(retryDead(dead, true)).toEqual({ ok: true, value: dead }));
  test("not what is still tried", () =>
    expect(retryDead({ id: "a", deadAt: null }, true)).toEqual({ ok: false, refusal: { code: "JobNotDead" } }));
  test.each([
    ["nobody else", dead, false],
    ["not what is not there", null, true],
    ["nothing at all", null, false],
  ] as const)("%s", (_name, job, may) =>
    expect(retryDead(job, may)).toEqual({ ok: false, refusal: { code: "NotFound" } }),
  );
});

describe("what comes round", () => {
  const every = (everyMinutes: number): Round => ({ kind: "tidyUp", everyMinutes });
  const daily: Round = { kind: "tidyUp", dailyAtHour: 7 };
  const tokyo = { zone: "Asia/Tokyo", day: "2026-11-20", hour: 10 };

  test("every quarter of an hour: the quarter that runs", () => {
    const at = (time: string) => dueRounds([every(15)], new Date(`2026-11-20T${time}Z`), []).map(({ key }) => key);
    expect(at("01:00:00")).toEqual(["2026-11-20T01:00:00.000Z"]);
    expect(at("01:14:59.999")).toEqual(["2026-11-20T01:00:00.000Z"]);
    expect(at("01:15:00")).toEqual(["2026-11-20T01:15:00.000Z"]);
  });

  test("once a day, when it is the hour in that calendar", () => {
    const berlin = { zone: "Europe/Berlin", day: "2026-11-20", hour: 2 };
    expect(dueRounds([daily], now, [tokyo, berlin])).toEqual([
      { kind: "tidyUp", key: "Asia/Tokyo 2026-11-20", payload: { zone: "Asia/Tokyo", day: "2026-11-20" } },
    ]);
    expect(dueRounds([daily], now, [{ ...berlin, hour: 7 }])).toHaveLength(1);
  });

  test("nothing comes round where nobody keeps a calendar", () => expect(dueRounds([daily], now, [])).toEqual([]));

  test("asked for twice within a round, it has the same key; in the next another", () => {
    const minutes = fc.integer({ min: 1, max: 1440 });
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: 10_000_000 }), (length, minute) => {
        const at = (milliseconds: number) => dueRounds([every(length)], new Date(milliseconds), [])[0]?.key;
        const begin = Math.floor(minute / length) * length * 60_000;
        return at(begin) === at(begin + length * 60_000 - 1) && at(begin) !== at(begin + length * 60_000);
      }),
    );
  });
});

test("every kind has a lane, every lane a width; a job is held longer than a runner may be silent", () => {
  expect(JOB_KINDS.every((kind) => LANES.includes(LANE_OF[kind]))).toBe(true);
  expect(LANES.every((lane) => WIDTH_OF[lane] > 0)).toBe(true);
  expect(WIDTH_OF.inside).toBe(1);
  expect(HOLD_MS).toBeGreaterThan(SILENT_MS);
  expect(KEPT_MS).toBeGreaterThan(24 * HOUR);
});
