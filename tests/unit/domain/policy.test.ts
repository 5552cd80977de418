import { describe, expect, test } from "vitest";
import { amountOf, choiceOf, flagOf, listOf, PolicyValueInvalid } from "@/lib/domain/policy";
import { PERIOD_WINDOWS } from "@/lib/domain/rule";

const policy = {
  "g3.s2.pairDuty.n": 10,
  "g1.s1.externalMeetings.window": "fiscalYear",
  "g3.s1.readingList": [{ code: "nist-sp-800-61r3" }, { code: "jpcert-log" }, { code: "jpcert-log" }],
  "g1.s2.triage.exercisesCount": false,
  "bad.fraction": 2.5,
  "bad.negative": -1,
  "bad.text": "three",
};

describe("an amount", () => {
  test("fixed by the source is itself", () => {
    expect(amountOf(4, policy)).toBe(4);
    expect(amountOf(0, policy)).toBe(0);
  });

  test("set by the organisation is looked up", () => {
    expect(amountOf({ param: "g3.s2.pairDuty.n" }, policy)).toBe(10);
  });

  test.each(["g3.s2.soloDuty.n", "bad.fraction", "bad.negative", "bad.text", "g3.s1.readingList"])(
    "that is none is a bug that names the parameter: %s",
    (param) => {
      expect(() => amountOf({ param }, policy)).toThrow(new PolicyValueInvalid(param, "a whole number"));
    },
  );

  test("a rule with a broken number is a bug as well", () => {
    expect(() => amountOf(Number.NaN, policy)).toThrow(PolicyValueInvalid);
  });
});

describe("a choice", () => {
  test("fixed by the source is itself", () => {
    expect(choiceOf("calendarYear", PERIOD_WINDOWS, policy)).toBe("calendarYear");
  });

  test("set by the organisation is looked up", () => {
    expect(choiceOf({ param: "g1.s1.externalMeetings.window" }, PERIOD_WINDOWS, policy)).toBe("fiscalYear");
  });

  test.each([["g1.s1.other"], ["bad.text"], ["g3.s2.pairDuty.n"]])("outside the set is a bug: %s", (param) => {
    const expected = new PolicyValueInvalid(param, "rolling12Months | calendarYear | fiscalYear");
    expect(() => choiceOf({ param }, PERIOD_WINDOWS, policy)).toThrow(expected);
  });
});

describe("a list", () => {
  test("names each entry once, in the order the organisation gave", () => {
    expect(listOf("g3.s1.readingList", policy)).toEqual(["nist-sp-800-61r3", "jpcert-log"]);
  });

  test("that was never set is empty", () => {
    expect(listOf("g4.s1.readingList", policy)).toEqual([]);
  });

  test("that is a number is a bug", () => {
    expect(() => listOf("g3.s2.pairDuty.n", policy)).toThrow(new PolicyValueInvalid("g3.s2.pairDuty.n", "a list"));
  });
});

describe("a yes or no", () => {
  test("set by the organisation overrules the fallback", () => {
    expect(flagOf("g1.s2.triage.exercisesCount", true, policy)).toBe(false);
  });

  test.each([true, false])("not set is the fallback: %s", (fallback) => {
    expect(flagOf("g1.s2.incident.exercisesCount", fallback, policy)).toBe(fallback);
  });

  test("that is a text is a bug", () => {
    expect(() => flagOf("bad.text", true, policy)).toThrow(PolicyValueInvalid);
  });
});
