import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLocalItem } from "@/lib/content/queries";
import type { PolicyDefinition } from "@/lib/content/schema";
import { SIMPLE_RULE_KINDS } from "@/lib/domain/rule";
import { itemOfForm } from "@/lib/local-curriculum/rule-of-form";
import { addition } from "@/lib/local-curriculum/schema";
import { LOCAL_ITEM } from "@/tests/support/local-item";

const LIST = "g3.s1.readingList";
const A_LIST = { code: LIST, type: { kind: "list", item: "reading", min: 1, max: 9 } } as unknown as PolicyDefinition;

/** A criterion as the form sends it, whole; a test takes something away. */
const sent = (fields: Record<string, string> = {}) => ({
  onceKey: "0199e0aa-0000-7000-8000-000000000001",
  ...LOCAL_ITEM,
  ...fields,
});

/** Field and code of everything that is wrong. */
const faultsOf = (fields: Record<string, string>) =>
  (addition.safeParse(sent(fields)).error?.issues ?? []).map(({ path, message }) => [path[0], message]);

const WHOLE: Record<(typeof SIMPLE_RULE_KINDS)[number], Record<string, string>> = {
  attest: { points: "手順" },
  count: { need: "3" },
  countInPeriod: { need: "3", period: "fiscalYear" },
  cadence: { months: "6" },
  duration: { months: "6" },
  accuracy: { minJudged: "20", bound: "atLeast", percent: "90" },
  reading: { list: LIST },
  caseDrill: { coverage: "allSubCases" },
  techniques: { need: "1", points: "甲\n乙" },
};
const CHOSEN = ["period", "bound", "list", "coverage"];
const rule = (ruleKind: keyof typeof WHOLE, suffix = "") =>
  Object.fromEntries(Object.entries({ ruleKind, ...WHOLE[ruleKind] }).map(([name, is]) => [name + suffix, is]));

describe("a criterion says at the field what it lacks", () => {
  test.each(SIMPLE_RULE_KINDS)("measured by %s", (kind) => {
    expect(faultsOf(rule(kind))).toEqual([]);
    for (const field of Object.keys(WHOLE[kind])) {
      const code = CHOSEN.includes(field) ? "notChosen" : "required";
      expect(faultsOf({ ...rule(kind), [field]: "" })).toEqual([[field, code]]);
    }
  });

  test("without a way of measuring, and without its short title", () => {
    expect(faultsOf({ titleJa: " " })).toEqual([
      ["titleJa", "required"],
      ["ruleKind", "notChosen"],
    ]);
  });

  test("one technique alone, a name that is too long, a name over two columns", () => {
    expect(faultsOf({ ...rule("techniques"), points: "甲\n\n" })).toEqual([["points", "twoLines"]]);
    expect(faultsOf({ ...rule("attest"), points: `甲\n${"あ".repeat(201)}` })).toEqual([["points", "lineTooLong"]]);
    expect(faultsOf({ ...rule("count"), partsJa: "図\t表" })).toEqual([["partsJa", "controlCharacters"]]);
  });

  test("a second rule and how both count ask for each other", () => {
    const first = rule("count");
    expect(faultsOf({ ...first, combine: "anyOf" })).toEqual([["ruleKind2", "notChosen"]]);
    expect(faultsOf({ ...first, ...rule("cadence", "2") })).toEqual([["combine", "notChosen"]]);
    expect(faultsOf({ ...first, ...rule("cadence", "2"), combine: "allOf" })).toEqual([]);
    const faults = faultsOf({ ...first, ...rule("accuracy", "2"), combine: "allOf", bound2: "", percent2: "" });
    expect(faults).toEqual([
      ["bound2", "notChosen"],
      ["percent2", "required"],
    ]);
  });

  test("text on two lines, a link that is none, for whom not chosen", () => {
    expect(faultsOf({ ...rule("count"), textJa: "一\n二", noteEn: "one\ntwo" })).toEqual([
      ["textJa", "oneLine"],
      ["noteEn", "oneLine"],
    ]);
    for (const url of ["javascript:alert(1)", "wiki", "ftp://a.example/"]) {
      expect(faultsOf({ section: "reference", url })).toEqual([["url", "notALink"]]);
    }
    expect(faultsOf({ ...rule("count"), reach: "" })).toEqual([["reach", "notChosen"]]);
    expect(faultsOf({ ...rule("count"), reach: "all" })).toEqual([["reach", "notAChoice"]]);
  });

  test("what is wrong with single fields and what is missing are said at once", () => {
    expect(faultsOf({ ruleKind: "count", textJa: "", reason: "" })).toEqual([
      ["reason", "required"],
      ["textJa", "required"],
      ["need", "required"],
    ]);
    expect(faultsOf({ ruleKind: "count", need: "three" })).toEqual([["need", "notANumber"]]);
    expect(faultsOf({ ruleKind: "luck" })).toEqual([["ruleKind", "notAChoice"]]);
  });

  test("other items need no title and no rule", () => expect(faultsOf({ section: "goal" })).toEqual([]));
});

test("what the form lets through is an item, whatever was typed", () => {
  const typed = (...texts: string[]) => fc.constantFrom(undefined, "", "2", "甲\n乙", "甲", ...texts);
  const fieldsOf = (suffix: string) =>
    fc
      .record({
        ruleKind: fc.constantFrom("", ...SIMPLE_RULE_KINDS),
        need: typed(),
        months: typed(),
        perMonth: typed(),
        minJudged: typed(),
        percent: typed(),
        period: fc.constantFrom("", "fiscalYear"),
        bound: fc.constantFrom("", "below"),
        coverage: fc.constantFrom("", "allSubCases"),
        list: fc.constantFrom("", LIST),
        points: typed("x".repeat(201), "甲\t乙"),
        pointsEn: typed("One\nTwo"),
        partsJa: typed("図\n\n表"),
        minSupervision: fc.constantFrom("", "4"),
      })
      .map((fields) => Object.fromEntries(Object.entries(fields).map(([name, is]) => [name + suffix, is ?? ""])));
  const second = fc.record({ combine: fc.constantFrom("", "anyOf", "allOf"), titleJa: fc.constantFrom("点検", "") });
  fc.assert(
    fc.property(fieldsOf(""), fieldsOf("2"), second, (one, two, rest) => {
      const parsed = addition.safeParse(sent({ ...one, ...two, ...rest }));
      if (parsed.success) expect(readLocalItem(itemOfForm(parsed.data), [A_LIST])).not.toBeNull();
    }),
    { numRuns: 2000 },
  );
});
