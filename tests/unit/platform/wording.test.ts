import { describe, expect, test } from "vitest";
import { z } from "zod";
import { NEEDED_FIELDS } from "@/lib/domain/record-needs";
import { choice, day, line, wholeNumber } from "@/lib/platform/fields";
import { messagesIn } from "@/lib/platform/messages";
import { type RefusalCode, wordIssues, wordNotice, wordRefusal } from "@/lib/platform/wording";

const isCode = (text: string): text is RefusalCode => Object.hasOwn(messagesIn("ja").refusals, text);
const CODES = Object.keys(messagesIn("ja").refusals).filter(isCode);

describe("a refusal", () => {
  test("is worded in the reader's language, with its own figures", () => {
    expect(wordRefusal("ja", { code: "TooManyTries", minutes: 3 })).toMatchObject({
      code: "TooManyTries",
      why: "3分後にもう一度試せます。",
    });
    expect(wordRefusal("en", { code: "TooManyTries", minutes: 1 }).why).toBe("Try again in 1 minute.");
  });

  test("names its remedy as a link", () => {
    expect(wordRefusal("ja", { code: "SignedOut" }).links).toEqual([{ href: "/sign-in", label: "サインインする" }]);
  });

  test("names all that is missing, as a list of the language", () => {
    const refusal = { code: "FieldsMissing", fields: ["periodCovered", "judged", "right"] } as const;
    expect(wordRefusal("ja", refusal).title).toBe(
      "対象の月、判定した件数、うち正しかった件数がないため、保存できませんでした。",
    );
    expect(wordRefusal("en", refusal).title).toBe(
      "Not saved. Still missing: the month it is for, the number judged, and how many were right.",
    );
  });

  test.each(["ja", "en"] as const)("has a name in %s for every field that can be missing", (locale) => {
    const neverMissing = ["mentorPresent", "incidentRef", "parts"];
    const named = Object.keys(messagesIn(locale).refusals.FieldsMissing.items);
    expect(named.toSorted()).toEqual(NEEDED_FIELDS.filter((field) => !neverMissing.includes(field)).toSorted());
  });

  /** Three of everything that the words ask for, in either language. */
  const figures = (code: RefusalCode) =>
    Object.fromEntries(
      (["ja", "en"] as const).flatMap((locale) =>
        [...JSON.stringify(messagesIn(locale).refusals[code]).matchAll(/\{(\w+)/g)].map(([, name]) => [name, 3]),
      ),
    );

  test.each(CODES)("%s has a sentence in both languages", (code) => {
    const refusal = { code, ...figures(code) };
    for (const locale of ["ja", "en"] as const) expect(wordRefusal(locale, refusal).title).toMatch(/.{6,}/);
  });
});

describe("what is wrong with a field", () => {
  const form = z.object({
    title: line(5),
    on: day(),
    count: wholeNumber(1, 9),
    kind: choice(["a"]),
    raw: z.string(),
    parts: z.array(line(2)),
  });
  const wordsFor = (input: unknown, locale: "ja" | "en" = "ja") => {
    const parsed = form.safeParse(input, { reportInput: true });
    return parsed.success ? {} : wordIssues(locale, parsed.error.issues);
  };

  test("is said at the field, with its limit", () => {
    expect(
      wordsFor({ title: "123456", on: "2026-02-30", count: "10", kind: "b", raw: 1, parts: ["x", "xyz"] }),
    ).toEqual({
      title: ["5字以内で入力してください。"],
      on: ["実在する日付を 2026-11-20 の形で入力してください。"],
      count: ["9以下で入力してください。"],
      kind: ["一覧から選んでください。"],
      raw: ["この欄の内容を読み取れませんでした。入力し直してください。"],
      parts: ["2字以内で入力してください。"],
    });
  });

  test("nothing sent at all is needed everywhere, and a choice is to be made", () => {
    const { kind, ...typed } = wordsFor({}, "en");
    expect(Object.values(typed).flat()).toEqual(Array(5).fill("This is required."));
    expect(kind).toEqual(["Choose one."]);
    expect(wordsFor({}).kind).toEqual(["1つ選んでください。"]);
    expect(wordsFor({}).title).toEqual(["入力が必要です。"]);
  });

  test("a closed set of zod's own is a choice too", () => {
    const parsed = z.object({ step: z.literal(["1", "2"]) }).safeParse({ step: "" }, { reportInput: true });
    expect(wordIssues("en", parsed.error?.issues ?? [])).toEqual({ step: ["Choose one."] });
  });
});

test("what was done is one sentence", () => {
  expect(wordNotice("en", "sessionEnded")).toBe("One session ended.");
});
