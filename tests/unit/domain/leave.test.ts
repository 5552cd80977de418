import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, lastDayOf, monthOf } from "@/lib/domain/calendar";
import {
  daysOnLeave,
  endLeave,
  enterLeave,
  isOnLeave,
  isPassedOver,
  type LeaveFacts,
  type LeaveSpan,
  leaveOn,
  withdrawLeave,
} from "@/lib/domain/leave";
import { measure, strip, verified } from "@/tests/support/facts";
import { NOBODY } from "@/tests/support/nobody";

const autumn: LeaveSpan = { fromOn: "2026-09-10", toOn: "2026-10-20" };
const open: LeaveSpan = { fromOn: "2026-12-01", toOn: null };

describe("on leave on a day", () => {
  test.each([
    ["the day before", "2026-09-09", false],
    ["the first day", "2026-09-10", true],
    ["the last day", "2026-10-20", true],
    ["the day after", "2026-10-21", false],
    ["within an open one", "2030-01-01", true],
  ])("%s", (_case, day, away) => {
    expect(isOnLeave([autumn, open], day)).toBe(away);
  });

  test("which one it is", () => {
    expect(leaveOn([autumn, open], "2026-10-01")).toBe(autumn);
    expect(leaveOn([], "2026-10-01")).toBeNull();
  });

  test("days in a month, both ends included", () => {
    expect(daysOnLeave([autumn], "2026-09")).toBe(21);
    expect(daysOnLeave([autumn], "2026-10")).toBe(20);
    expect(daysOnLeave([autumn], "2026-11")).toBe(0);
    expect(daysOnLeave([autumn, { fromOn: "2026-10-25", toOn: null }], "2026-10")).toBe(27);
  });

  test("counting the days of a month one by one gives the same", () => {
    const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays("2026-01-01", days));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 90 }), day, (fromOn, length, within) => {
        const leave = { fromOn, toOn: addDays(fromOn, length) };
        const month = monthOf(within);
        const days = Array.from({ length: 31 }, (_, index) => addDays(`${month}-01`, index));
        const away = days.filter((each) => each <= lastDayOf(month) && isOnLeave([leave], each));
        expect(daysOnLeave([leave], month)).toBe(away.length);
        expect(daysOnLeave([leave], month)).toBeLessThanOrEqual(daysBetween(`${month}-01`, lastDayOf(month)) + 1);
      }),
    );
  });
});

describe("a month is passed over", () => {
  const days = (least: number) => ({ "platform.leave.daysInMonth": least });
  test("from 15 days by default, or as many as the policy says", () => {
    expect(isPassedOver([{ fromOn: "2026-09-16", toOn: "2026-09-30" }], "2026-09", {})).toBe(true);
    expect(isPassedOver([{ fromOn: "2026-09-17", toOn: "2026-09-30" }], "2026-09", {})).toBe(false);
    expect(isPassedOver([autumn], "2026-09", days(21))).toBe(true);
    expect(isPassedOver([autumn], "2026-09", days(22))).toBe(false);
  });
  test("31 days asked for: a whole February is enough", () => {
    expect(isPassedOver([{ fromOn: "2026-01-15", toOn: null }], "2026-02", days(31))).toBe(true);
    expect(isPassedOver([{ fromOn: "2026-02-02", toOn: null }], "2026-02", days(31))).toBe(false);
  });
  test("0: leave changes nothing", () => {
    expect(isPassedOver([open], "2027-01", days(0))).toBe(false);
  });
});

describe("months in a row", () => {
  const cadence = { kind: "cadence", months: 6, perMonth: 1, counts: {} } as const;
  const on = (...months: string[]) => months.map((month) => verified(`${month}-25`));
  const around = on("2026-04", "2026-05", "2026-06", "2026-09", "2026-10");
  const summer: LeaveSpan = { fromOn: "2026-07-01", toOn: "2026-08-31" };

  test("two months of leave neither break the run nor count in it", () => {
    const progress = measure(cadence, { claims: around, leaves: [summer], today: "2026-11-20" });
    expect(progress).toMatchObject({ have: 5, need: 6, met: false });
    expect(strip(progress.slots)).toBe("verified verified verified leave leave verified verified now");
    expect(progress.next).toMatchObject({ act: "record", month: "2026-11" });
    const sixth = measure(cadence, { claims: [...around, ...on("2026-11")], leaves: [summer] });
    expect(sixth).toMatchObject({ have: 6, met: true, metOn: "2026-11-25" });
  });

  test("without the leave they are broken, and so they are where policy says that leave changes nothing", () => {
    expect(measure(cadence, { claims: around }).have).toBe(2);
    const policy = { "platform.leave.daysInMonth": 0 };
    expect(measure(cadence, { claims: around, leaves: [summer], policy }).have).toBe(2);
  });

  test("a month of leave that holds its report counts", () => {
    const claims = [...around, ...on("2026-07")];
    expect(measure(cadence, { claims, leaves: [summer], today: "2026-11-20" })).toMatchObject({ have: 6, met: true });
  });

  test("during a leave nothing is asked for", () => {
    const claims = on("2026-09", "2026-10");
    const away = { claims, leaves: [{ fromOn: "2026-11-01", toOn: null }], today: "2026-11-20" };
    expect(measure(cadence, away).next).toEqual({ act: "waitUntil", day: "2026-12-01" });
  });

  test("leave never makes a run shorter, and never meets it with fewer reports", () => {
    const month = fc.integer({ min: 1, max: 9 }).map((number) => `2026-0${number}`);
    fc.assert(
      fc.property(fc.uniqueArray(month), fc.uniqueArray(month), (reported, left) => {
        const claims = on(...reported);
        const leaves = left.map((each) => ({ fromOn: `${each}-01`, toOn: lastDayOf(each) }));
        const [without, within] = [measure(cadence, { claims }), measure(cadence, { claims, leaves })];
        expect(within.have).toBeGreaterThanOrEqual(without.have);
        if (within.met) expect(reported.length).toBeGreaterThanOrEqual(6);
        if (without.met) expect(within.met).toBe(true);
      }),
    );
  });
});

describe("a stretch of months", () => {
  const duration = { kind: "duration", months: 4, perMonth: 1, counts: {} } as const;
  const days = ["2026-03-10", "2026-04-10", "2026-06-10", "2026-07-10"].map((day) => verified(day));
  const may: LeaveSpan = { fromOn: "2026-05-01", toOn: "2026-05-31" };

  test("a month of leave does not break it and is not part of it", () => {
    const progress = measure(duration, { claims: days, leaves: [may], today: "2026-07-20" });
    expect(progress).toMatchObject({ have: 3, need: 4, met: false });
    expect(progress.next).toMatchObject({ act: "waitUntil" });
    const claims = [...days, verified("2026-08-10")];
    expect(measure(duration, { claims, leaves: [may], today: "2026-08-20" })).toMatchObject({
      have: 4,
      met: true,
      metOn: "2026-08-10",
    });
  });

  test("without the leave only what stands after the gap is left", () => {
    expect(measure(duration, { claims: days, today: "2026-07-20" })).toMatchObject({ have: 1, met: false });
  });
});

describe("who keeps a leave", () => {
  const person = { personId: "misaki", teams: [{ teamId: "soc", ancestorIds: ["soc", "hq"] }] };
  const facts = (...leaves: LeaveFacts["leaves"]): LeaveFacts => ({ person, today: "2026-11-20", leaves });
  const misaki = { ...NOBODY, id: "misaki" };
  const makoto = { ...NOBODY, id: "makoto", managedTeamIds: ["hq"] };
  const shin = { ...NOBODY, id: "shin", isAdmin: true };
  const refused = (code: string, more = {}) => ({ ok: false, refusal: { code, ...more } });
  const kept = { leaveId: "autumn", ...autumn };
  const ahead = { leaveId: "winter", fromOn: "2026-12-01", toOn: "2027-01-31" };

  test("oneself and one's manager; nobody else, and nobody for who is not there", () => {
    expect(enterLeave(open, facts(), misaki)).toEqual({ ok: true, value: open });
    expect(enterLeave(open, facts(), makoto).ok).toBe(true);
    expect(enterLeave(open, facts(), shin)).toEqual(refused("NotFound"));
    expect(enterLeave(open, null, makoto)).toEqual(refused("NotFound"));
  });

  test.each([
    ["ending before it begins", { fromOn: "2026-12-01", toOn: "2026-11-30" }, "EndsBeforeItBegins"],
    ["over another one's first day", { fromOn: "2026-08-01", toOn: "2026-09-10" }, "LeaveOverlaps"],
    ["open, before another one", { fromOn: "2026-08-01", toOn: null }, "LeaveOverlaps"],
  ])("is refused: %s", (_case, wish, code) => {
    expect(enterLeave(wish, facts(kept), makoto)).toEqual(refused(code));
  });

  test("the day after another one is free", () => {
    expect(enterLeave({ fromOn: "2026-10-21", toOn: null }, facts(kept), makoto).ok).toBe(true);
  });

  test("one's own begins 31 days ago at most", () => {
    const from = (fromOn: string) => enterLeave({ fromOn, toOn: null }, facts(), misaki);
    expect(from("2026-10-20").ok).toBe(true);
    expect(from("2026-10-19")).toEqual(refused("OwnLeaveTooLongAgo", { days: 31 }));
  });

  test("a last day is moved while it is not past, not into another leave, not before the first day", () => {
    const end = (leaveId: string, toOn: string, by = makoto) => endLeave({ leaveId, toOn }, facts(kept, ahead), by);
    expect(end("winter", "2026-12-31")).toMatchObject({ ok: true, value: { changed: true } });
    expect(end("winter", "2027-01-31")).toMatchObject({ ok: true, value: { changed: false } });
    expect(end("winter", "2026-11-30")).toEqual(refused("EndsBeforeItBegins"));
    expect(end("autumn", "2026-10-31")).toEqual(refused("LeaveOver"));
    expect(end("spring", "2026-12-31")).toEqual(refused("NotFound"));
    expect(end("winter", "2026-12-31", shin as typeof makoto)).toEqual(refused("NotFound"));
    const now = { leaveId: "now", fromOn: "2026-11-01", toOn: "2026-11-25" };
    expect(endLeave({ leaveId: "now", toOn: "2026-12-01" }, facts(now, ahead), makoto)).toEqual(
      refused("LeaveOverlaps"),
    );
  });

  test("what is over is not taken back", () => {
    expect(withdrawLeave("winter", facts(kept, ahead), misaki).ok).toBe(true);
    expect(withdrawLeave("autumn", facts(kept, ahead), misaki)).toEqual(refused("LeaveOver"));
    expect(withdrawLeave("winter", facts(ahead), shin)).toEqual(refused("NotFound"));
    expect(withdrawLeave("winter", null, makoto)).toEqual(refused("NotFound"));
  });
});
