import { describe, expect, test } from "vitest";
import type { z } from "zod";
import {
  checkbox,
  choice,
  day,
  email,
  line,
  many,
  month,
  optional,
  paragraph,
  password,
  uuid,
  wholeNumber,
} from "@/lib/platform/fields";

/** The value, or the code of the first error. */
const read = (field: z.ZodType, input: unknown) => {
  const parsed = field.safeParse(input);
  return parsed.success ? parsed.data : `✗ ${parsed.error.issues[0]?.message}`;
};

describe("a line", () => {
  test("is trimmed, full-width spaces too", () => expect(read(line(), " \u3000佐藤 美咲 \n")).toBe("佐藤 美咲"));
  test("is needed", () => {
    expect(read(line(), undefined)).toBe("✗ required");
    expect(read(line(), " \u3000\t")).toBe("✗ required");
  });
  test("has a length", () => {
    expect(read(line(5), "12345")).toBe("12345");
    expect(read(line(5), "123456")).toBe("✗ tooLong");
  });
  test("has no second line", () => expect(read(line(), "one\ntwo")).toBe("✗ oneLine"));
  test.each(["\u0000", "\u001b[31m", "a\u0007b", "a\u202eb", "a\u2066b", "\ufeffa\ufeffb"])(
    "refuses hidden characters in %j",
    (text) => expect(read(line(), `x${text}x`)).toBe("✗ controlCharacters"),
  );
  test("given twice is no text", () => expect(read(line(), ["a", "b"])).toBe("✗ wrongType"));
});

describe("a paragraph", () => {
  test("keeps its lines, as one kind of break", () => expect(read(paragraph(), "one\r\n\ttwo\n")).toBe("one\n\ttwo"));
  test("counts a break as one character, as the browser does", () => expect(read(paragraph(3), "a\r\nb")).toBe("a\nb"));
  test("stops at its limit", () => expect(read(paragraph(), "あ".repeat(10_001))).toBe("✗ tooLong"));
});

describe("an address", () => {
  test("is lower case and half-width", () => expect(read(email(), " Hanako@Example.COM ")).toBe("hanako@example.com"));
  test.each(["hanako", "hanako@", "@example.com", "a b@example.com", "a@b"])("%s is none", (text) =>
    expect(read(email(), text)).toBe("✗ notAnEmail"),
  );
});

test("a password is taken exactly as received", () => {
  expect(read(password(), "  spaces stay  ")).toBe("  spaces stay  ");
  expect(read(password(), "e\u0301")).toBe("e\u0301");
  expect(read(password(), "")).toBe("✗ required");
  expect(read(password(), "x".repeat(1025))).toBe("✗ tooLong");
});

describe("a day", () => {
  test.each(["2026-11-20", "２０２６－１１－２０".replaceAll("－", "-"), "2026/11/20"])("%s is read", (text) =>
    expect(read(day(), text)).toBe("2026-11-20"),
  );
  test.each(["2026-02-30", "26-01-01", "今日", "1899-12-31", "3000-01-01"])("%s is none", (text) =>
    expect(read(day(), text)).toBe("✗ notADay"),
  );
  test("left empty is needed", () => expect(read(day(), "")).toBe("✗ required"));
  test("a month likewise", () => {
    expect(read(month(), "2026/11")).toBe("2026-11");
    for (const none of ["11", "2026-13", "3000-01"]) expect(read(month(), none)).toBe("✗ notAMonth");
  });
});

describe("a whole number", () => {
  test("is read in either width", () =>
    expect([read(wholeNumber(0, 20), "12"), read(wholeNumber(0, 20), "１２")]).toEqual([12, 12]));
  test.each(["1.5", "1e3", "0x10", "NaN", "--1", "9999999999", "一"])("%s is none", (text) =>
    expect(read(wholeNumber(0, 20), text)).toBe("✗ notANumber"),
  );
  test("keeps its range", () => {
    expect(read(wholeNumber(1, 5), "0")).toBe("✗ tooSmall");
    expect(read(wholeNumber(1, 5), "6")).toBe("✗ tooLarge");
    expect(read(wholeNumber(-5, 5), "-5")).toBe(-5);
  });
});

describe("choices", () => {
  test("one of a closed set", () => {
    expect(read(choice(["ja", "en"]), "ja")).toBe("ja");
    expect(read(choice(["ja", "en"]), "fr")).toBe("✗ notAChoice");
    for (const none of ["", undefined]) expect(read(choice(["ja", "en"]), none)).toBe("✗ notChosen");
  });
  test("an id", () => {
    expect(read(uuid(), "0199E0AA-0000-7000-8000-000000000001")).toBe("0199e0aa-0000-7000-8000-000000000001");
    expect(read(uuid(), "1 or 1=1")).toBe("✗ notAChoice");
    for (const none of ["", undefined]) expect(read(uuid(), none)).toBe("✗ notChosen");
  });
  test("a box is ticked or not", () =>
    expect([read(checkbox(), "on"), read(checkbox(), undefined)]).toEqual([true, false]));
  test("any number of times is a list, empty ones left out", () => {
    expect(read(many(line()), undefined)).toEqual([]);
    expect(read(many(line()), "a")).toEqual(["a"]);
    expect(read(many(line()), ["a", "", "b"])).toEqual(["a", "b"]);
    expect(read(many(line(), 1), ["a", "b"])).toBe("✗ tooMany");
  });
});

test("left empty is null, filled wrongly is still an error", () => {
  expect(read(optional(day()), "")).toBeNull();
  expect(read(optional(day()), undefined)).toBeNull();
  expect(read(optional(day()), "soon")).toBe("✗ notADay");
});
