import { describe, expect, test } from "vitest";
import type { CountRule } from "@/lib/domain/rule";
import { measure, sentBack, strip, verified, waiting } from "@/tests/support/facts";

/** Reviews without findings, three in a row (A69, 4.7.6.4#1). */
const rule: CountRule = {
  kind: "count",
  need: 3,
  unit: "times",
  inARow: true,
  counts: { kinds: ["review"], parts: [{ code: "noFindings" }] },
};

const clean = (day: string) => verified(day, { kind: "review", shows: { parts: ["noFindings"] } });
const found = (day: string) => verified(day, { kind: "review" });

describe("reviews without findings, three in a row", () => {
  test("three in a row meet it, on the day of the third", () => {
    const claims = [clean("2026-05-01"), clean("2026-06-01"), clean("2026-07-01")];
    expect(measure(rule, { claims })).toMatchObject({ have: 3, need: 3, met: true, metOn: "2026-07-01" });
  });

  test("two and one more after a finding do not", () => {
    const claims = [clean("2026-05-01"), clean("2026-06-01"), found("2026-07-01"), clean("2026-08-01")];
    const progress = measure(rule, { claims });
    expect(progress).toMatchObject({ have: 1, met: false, counted: ["2026-08-01"] });
    expect(progress.notCounted).toEqual([
      { claimId: "2026-05-01", reason: "beforeBreak" },
      { claimId: "2026-06-01", reason: "beforeBreak" },
      { claimId: "2026-07-01", reason: "partsMissing", missing: ["noFindings"] },
    ]);
  });

  test("right after a finding, nothing counts", () => {
    const progress = measure(rule, { claims: [clean("2026-05-01"), clean("2026-06-01"), found("2026-07-01")] });
    expect(progress).toMatchObject({ have: 0, met: false, counted: [] });
    expect(strip(progress.slots)).toBe("open open open");
  });

  test("a finding after three in a row undoes nothing", () => {
    const claims = [
      clean("2026-05-01"),
      clean("2026-06-01"),
      clean("2026-07-01"),
      found("2026-08-01"),
      clean("2026-09-01"),
    ];
    const progress = measure(rule, { claims });
    expect(progress).toMatchObject({ have: 3, met: true, metOn: "2026-07-01" });
    expect(progress.notCounted).toEqual([
      { claimId: "2026-08-01", reason: "partsMissing", missing: ["noFindings"] },
      { claimId: "2026-09-01", reason: "outsidePeriod" },
    ]);
  });

  test("the longest run is shown, the earliest of equals; it was met when the first was long enough", () => {
    const first = ["2026-01-10", "2026-01-20", "2026-01-30"].map(clean);
    const second = ["2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04"].map(clean);
    const progress = measure(rule, { claims: [...first, found("2026-02-10"), ...second] });
    expect(progress).toMatchObject({ have: 4, met: true, metOn: "2026-01-30" });
    const equal = measure(rule, { claims: [...first, found("2026-02-10"), ...second.slice(0, 3)] });
    expect(equal.counted).toEqual(["2026-01-10", "2026-01-20", "2026-01-30"]);
  });

  test("what fails for another reason neither counts nor breaks", () => {
    const meeting = verified("2026-06-15", { kind: "meeting" });
    const claims = [clean("2026-05-01"), clean("2026-06-01"), meeting, sentBack("2026-06-20"), clean("2026-07-01")];
    expect(measure(rule, { claims })).toMatchObject({ have: 3, met: true });
  });

  test("on one day the ids decide the order", () => {
    const day = "2026-07-01";
    const finding = verified(day, { kind: "review", claimId: "b" });
    const before = verified(day, { kind: "review", claimId: "a", shows: { parts: ["noFindings"] } });
    const after = verified(day, { kind: "review", claimId: "c", shows: { parts: ["noFindings"] } });
    expect(measure(rule, { claims: [after, finding, before] }).counted).toEqual(["c"]);
  });

  test("a finding is nothing to complete: the next review is", () => {
    const claims = [clean("2026-05-01"), found("2026-07-01"), clean("2026-08-01")];
    const progress = measure(rule, { claims });
    expect(progress.next).toEqual({ act: "record", remaining: 2 });
    expect(strip(progress.slots)).toBe("verified open open");
  });

  test("a waiting review goes on with the run, and does not count", () => {
    const hopeful = waiting("2026-08-01", { kind: "review", shows: { parts: ["noFindings"] } });
    const progress = measure(rule, { claims: [clean("2026-05-01"), clean("2026-06-01"), hopeful] });
    expect(progress).toMatchObject({ have: 2, met: false, waiting: ["2026-08-01"] });
    expect(strip(progress.slots)).toBe("verified verified waiting");
    expect(progress.next).toEqual({ act: "awaitVerification", waiting: 1 });
  });

  test("nothing is not a run, not even of 0", () => {
    expect(measure({ ...rule, need: 0 })).toMatchObject({ have: 0, met: false });
  });
});
