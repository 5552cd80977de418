import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/domain/calendar";
import {
  coversEnrolment,
  grantReading,
  LONGEST_READING_DAYS,
  type ReadingGround,
  type ReadingWish,
  readingState,
  withdrawReading,
} from "@/lib/domain/reading-grant";

const TODAY = "2026-11-20";
const makoto = { id: "makoto" };
const wish = (change: Partial<ReadingWish> = {}): ReadingWish => ({
  ...{ auditorId: "emi", fromOn: TODAY, toOn: "2026-11-26" },
  ...change,
});
const ground = (change: Partial<ReadingGround> = {}): ReadingGround => ({
  ...{ today: TODAY, teamIds: ["soc"], personId: "misaki", isAuditor: true },
  ...change,
});
const refused = (code: string) => ({ ok: false, refusal: expect.objectContaining({ code }) });

describe("letting an auditor read", () => {
  test("a manager lets them, in the teams that the manager manages", () => {
    expect(grantReading(wish(), ground(), makoto)).toEqual({ ok: true, value: { teamIds: ["soc"] } });
    expect(grantReading(wish(), ground({ personId: null }), makoto)).toMatchObject({ ok: true });
  });

  test.each([
    ["who manages nothing of it finds nothing", wish(), ground({ teamIds: [] }), "NotFound"],
    ["nobody opens their own texts to an auditor", wish(), ground({ personId: "makoto" }), "NotFound"],
    ["who is no auditor", wish(), ground({ isAuditor: false }), "NoSuchAuditor"],
    ["oneself", wish({ auditorId: "makoto" }), ground(), "NoSuchAuditor"],
    ["the person whose texts they are", wish({ auditorId: "misaki" }), ground(), "NoSuchAuditor"],
    ["an end before the beginning", wish({ fromOn: "2026-11-27" }), ground(), "EndsBeforeItBegins"],
    ["days that are over", wish({ fromOn: "2026-11-01", toOn: "2026-11-19" }), ground(), "ReadingInPast"],
    ["a day too many", wish({ toOn: "2026-12-20" }), ground(), "ReadingTooLong"],
  ])("refused: %s", (_, asked, facts, code) => {
    expect(grantReading(asked, facts, makoto)).toEqual(refused(code));
  });

  test("thirty days at most, the first and the last among them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (ahead, days) => {
        const fromOn = addDays(TODAY, ahead);
        const decision = grantReading(wish({ fromOn, toOn: addDays(fromOn, days) }), ground(), makoto);
        expect(decision.ok).toBe(days < LONGEST_READING_DAYS);
      }),
    );
  });
});

describe("a grant", () => {
  const grant = { fromOn: "2026-11-20", toOn: "2026-11-26", withdrawnById: null, isTheirs: true };

  test.each([
    ["2026-11-19", "ahead"],
    ["2026-11-20", "now"],
    ["2026-11-26", "now"],
    ["2026-11-27", "over"],
  ])("on %s: %s", (today, state) => {
    expect(readingState(grant, today)).toBe(state);
    expect(readingState({ ...grant, withdrawnById: "akari" }, today)).toBe("withdrawn");
  });

  test("is withdrawn by who manages it, once, and while it is not over", () => {
    expect(withdrawReading(grant, TODAY, makoto)).toEqual({ ok: true, value: { grant, isRepeat: false } });
    expect(withdrawReading({ ...grant, withdrawnById: "makoto" }, TODAY, makoto)).toMatchObject({
      ok: true,
      value: { isRepeat: true },
    });
    expect(withdrawReading({ ...grant, withdrawnById: "akari" }, TODAY, makoto)).toEqual(refused("ReadingOver"));
    expect(withdrawReading(grant, "2026-11-27", makoto)).toEqual(refused("ReadingOver"));
    expect(withdrawReading({ ...grant, isTheirs: false }, TODAY, makoto)).toEqual(refused("NotFound"));
    expect(withdrawReading(null, TODAY, makoto)).toEqual(refused("NotFound"));
  });

  test("covers the enrolments of its teams and of those below, no others", () => {
    const night = { team: { teamId: "night", ancestorIds: ["night", "soc", "hq"] } };
    expect(coversEnrolment({ teamIds: ["soc"] }, night)).toBe(true);
    expect(coversEnrolment({ teamIds: ["plant", "night"] }, night)).toBe(true);
    expect(coversEnrolment({ teamIds: ["plant"] }, night)).toBe(false);
    expect(coversEnrolment({ teamIds: [] }, night)).toBe(false);
  });
});
