import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DEFAULT_WAYS,
  digestAt,
  isQuiet,
  isStillToSend,
  mailAt,
  NOTICE_WAYS,
  planFor,
  type Reader,
  waysOf,
} from "@/lib/domain/delivery";
import { NOTICE_TOPICS } from "@/lib/domain/notice-kind";

const now = new Date("2026-11-20T01:00:30Z");
const reader = (change: Partial<Reader> = {}): Reader => ({
  personId: "misaki",
  ways: DEFAULT_WAYS,
  quiet: null,
  digestHour: 8,
  minute: 10 * 60,
  day: "2026-11-20",
  ...change,
});
const night = { from: 22, to: 7 };

describe("quiet hours", () => {
  test.each([
    [21 * 60 + 59, false],
    [22 * 60, true],
    [0, true],
    [6 * 60 + 59, true],
    [7 * 60, false],
  ])("over midnight, at minute %i: %s", (minute, quiet) => expect(isQuiet(minute, night)).toBe(quiet));
  test.each([
    [11 * 60 + 59, false],
    [12 * 60, true],
    [12 * 60 + 59, true],
    [13 * 60, false],
  ])("at noon, at minute %i: %s", (minute, quiet) => expect(isQuiet(minute, { from: 12, to: 13 })).toBe(quiet));
  test("none, or the same hour twice, is never quiet", () => {
    expect(isQuiet(600, null)).toBe(false);
    expect(isQuiet(600, { from: 10, to: 10 })).toBe(false);
  });

  test("mail goes at once, or when they are over, to the minute", () => {
    expect(mailAt(reader({ quiet: night }), now)).toEqual(now);
    expect(mailAt(reader({ quiet: night, minute: 23 * 60 + 30 }), now)).toEqual(new Date("2026-11-20T08:30:00Z"));
    expect(mailAt(reader({ quiet: night, minute: 6 * 60 + 59 }), now)).toEqual(new Date("2026-11-20T01:01:00Z"));
  });

  test("whatever the hours, no mail goes within them, and none waits a day", () => {
    const hour = fc.integer({ min: 0, max: 23 });
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(hour, hour, minute, (from, to, at) => {
        const quiet = { from, to };
        const waits =
          Math.floor(mailAt(reader({ quiet, minute: at }), now).getTime() / 60_000) -
          Math.floor(now.getTime() / 60_000);
        return waits >= 0 && waits < 1440 && !isQuiet((at + waits) % 1440, quiet);
      }),
    );
  });
});

describe("the digest", () => {
  test("comes at the next hour of it", () => {
    expect(digestAt(reader(), now)).toEqual(new Date("2026-11-20T23:00:00Z"));
    expect(digestAt(reader({ minute: 7 * 60 + 59 }), now)).toEqual(new Date("2026-11-20T01:01:00Z"));
    expect(digestAt(reader({ minute: 8 * 60 }), now)).toEqual(new Date("2026-11-21T01:00:00Z"));
  });
  test("gathers: what comes in the same day waits for the same instant", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1438 }), (minute) => {
        const later = new Date(now.getTime() + 60_000);
        const first = digestAt(reader({ minute, digestHour: 0 }), now);
        return (
          minute === 0 || first.getTime() === digestAt(reader({ minute: minute + 1, digestHour: 0 }), later).getTime()
        );
      }),
    );
  });
});

describe("what becomes of a notice", () => {
  test("is what the person chose; ours for what they did not", () => {
    const ways = waysOf({ decision: "app", sentBack: "digest" });
    expect(ways).toEqual({ ...DEFAULT_WAYS, decision: "app", sentBack: "digest" });
    expect(planFor("decision", reader({ ways }), now)).toEqual({ way: "app" });
    expect(planFor("sentBack", reader({ ways }), now)).toEqual({ way: "digest", at: new Date("2026-11-20T23:00:00Z") });
    expect(planFor("requestWaiting", reader({ ways }), now)).toEqual({ way: "mail", at: now });
  });
  test("without a mail server it stays in the app", () => {
    for (const topic of NOTICE_TOPICS) expect(planFor(topic, undefined, now)).toEqual({ way: "app" });
  });
  test("every topic has a way of ours", () => {
    expect(NOTICE_TOPICS.every((topic) => NOTICE_WAYS.includes(DEFAULT_WAYS[topic]))).toBe(true);
  });
});

test.each([
  [{}, true],
  [{ readAt: now }, false],
  [{ settledAt: now }, false],
  [{ mailedAt: now }, false],
])("a notice with %o is still to be sent: %s", (change, still) =>
  expect(isStillToSend({ readAt: null, settledAt: null, mailedAt: null, ...change })).toBe(still),
);
