import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readShortCode, shortCodeOf } from "@/lib/domain/short-code";

test("printed books stay good: these codes never change", () => {
  expect(["g1.s1.monthly-report", "g2.s2.data-flows", "local.badge"].map(shortCodeOf)).toEqual([
    "CTED",
    "CLY5",
    "EFE5",
  ]);
});

describe("what is typed from paper", () => {
  const code = shortCodeOf("g1.s1.monthly-report");
  test.each([
    ["as it stands", code],
    ["in small letters", code.toLowerCase()],
    ["with spaces and a hyphen", ` ${code.slice(0, 2)}-${code.slice(2)} `],
    [
      "in full-width letters",
      [...code].map((sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)).join(""),
    ],
  ])("%s", (_, typed) => {
    expect(readShortCode(typed)).toBe(code);
  });

  test.each(["", "ABC", "ABCDE", "AB0D", "AB1D", "IOIO", "月次報告"])("%s is none", (typed) => {
    expect(readShortCode(typed)).toBeNull();
  });

  test("every code that is printed can be read", () => {
    fc.assert(
      fc.property(fc.string(), (criterion) => readShortCode(shortCodeOf(criterion)) === shortCodeOf(criterion)),
    );
  });
});
