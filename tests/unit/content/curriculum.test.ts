import { describe, expect, test } from "vitest";
import { localise, wordsOf } from "@/lib/curriculum/words";
import { listEntriesOf, policyMisfit } from "@/lib/policy/schema";
import { ownContent } from "@/tests/support/edited-content";
import { ownCurriculum } from "@/tests/support/own-curriculum";

const { curriculum, ja, en, policy } = ownCurriculum();

describe("looking up in an edition", () => {
  test("a criterion knows its role group, its STEP and its heading", () => {
    expect(curriculum.criterion("g4.s2.impact-assessment")).toMatchObject({
      roleGroup: "vulnerability-management",
      step: 2,
      track: "management",
      heading: "g4.s2.management",
    });
    expect(curriculum.criterion("g9.s9.nothing")).toBeNull();
  });

  test("criteria of a track apply to who covers it; the others to everyone (4.4.6.4)", () => {
    const of = (...tracks: ("management" | "diagnosis")[]) =>
      curriculum.criteriaOf("vulnerability-management", 2, tracks).length;
    expect([of("management"), of("diagnosis"), of("management", "diagnosis"), of()]).toEqual([4, 4, 6, 2]);
  });

  test("STEP 0 and basic education have topics, no criteria", () => {
    expect(curriculum.criteriaOf("forensics", 0, [])).toEqual([]);
    expect(curriculum.criteriaOf(null, 1, [])).toEqual([]);
    expect(curriculum.topicsOf("incident-response")).toHaveLength(4);
  });

  test("what is taught company-wide is not to be confirmed (3#7.8)", () => {
    expect(curriculum.topicsOf(null)).not.toContain("basic.law.company-wide");
    expect(curriculum.topicsOf(null)).toContain("basic.law.sector");
  });

  test("tasks are the leaves, those of a track for who covers it", () => {
    const both = curriculum.tasksOf("vulnerability-management", 3, ["management", "diagnosis"]);
    const one = curriculum.tasksOf("vulnerability-management", 3, ["management"]);
    expect(both).toEqual(expect.arrayContaining([...one]));
    expect(both.length).toBeGreaterThan(one.length);
    expect(curriculum.stepsOf("forensics").map(({ step }) => step)).toEqual([1, 2, 3]);
  });
});

describe("words", () => {
  test("each language says every item, title, part and case", () => {
    expect(ja.title("g3.s2.alert-judgement")).toBe("アラート判定の正答率");
    expect(en.title("g3.s2.alert-judgement")).toBe("Alert judgement accuracy");
    expect(en.part("g7.s3.solution-introduction", "deployment")).toBe("Deployment");
    expect(ja.subCase("case-2.respond")).toBe("方針を確かめて対応する");
    expect(en.drillCase("case-2")).toBe("Denial-of-service attack");
    expect(ja.roleGroup("forensics").name).toBe("フォレンジック");
    expect(en.policy("platform.holdHours")?.title).toBe("How long a hold lasts");
    expect(ja.item("g3.s2.alert-judgement").source).toEqual(["4.3.6.4#4"]);
  });

  test("what has no title is called by its text; what nobody words, by its code", () => {
    expect(ja.title("basic.policy")).toBe(ja.text("basic.policy"));
    expect(ja.title("local.something")).toBe("local.something");
    expect(ja.part("g1.s1.monthly-report", "gone")).toBe("gone");
    expect([ja.subCase("x"), ja.drillCase("x"), ja.policy("x")]).toEqual(["x", "x", null]);
  });

  test("an item that newer content gave up keeps its words for who is still measured by it", () => {
    const { words } = ownContent();
    const text = { ja: "昔の目安", en: "An old criterion" };
    const retired = {
      items: { "g1.s1.old": { source: [], text } },
      parts: { "g1.s1.old/x": { ja: "部", en: "Part" } },
    };
    const old = wordsOf({ id: "1", digest: "d", words: { ...words, retired } }, "en");
    expect([old.text("g1.s1.old"), old.part("g1.s1.old", "x")]).toEqual(["An old criterion", "Part"]);
    expect(old.revision).toBe("d");
  });

  test("localising reaches every depth and leaves the rest alone", () => {
    const value = { a: { ja: "あ", en: "a" }, b: [{ c: { ja: "い", en: "i" }, n: 1 }], d: null, e: ["x"] };
    expect(localise(value, "ja")).toEqual({ a: "あ", b: [{ c: "い", n: 1 }], d: null, e: ["x"] });
  });
});

describe("values of parameters", () => {
  const list = { kind: "list", item: "reading", min: 1, max: 2 } as const;
  const number = { kind: "number", unit: "times", min: 1, max: 10 } as const;
  test.each([
    [number, 10, null],
    [number, 11, "is not a whole number from 1 to 10"],
    [number, 1.5, "is not a whole number from 1 to 10"],
    [number, "3", "is not a whole number from 1 to 10"],
    [{ kind: "flag" } as const, false, null],
    [{ kind: "flag" } as const, 0, "is not true or false"],
    [
      { kind: "choice", options: [{ code: "any", name: { ja: "", en: "" } }] } as const,
      "all",
      "is none of the options",
    ],
    [list, [{ code: "a" }], null],
    [list, [], "has not from 1 to 2 entries"],
    [list, [{ code: "a" }, { code: "a" }], "has the same code twice"],
    [list, ["a"], "is not a list of entries with a code"],
  ])("%o and %o: %s", (type, value, why) => {
    expect(policyMisfit(type, value)).toBe(why);
  });

  test("a reading list is worded as the organisation words it, else as ours", () => {
    const own = [
      { code: "handbook", title: { ja: "手順書", en: "Handbook" }, url: "https://intra.example/" },
      { code: "rfc-3227" },
    ];
    const entries = listEntriesOf("g5.s1.readingList", { "g5.s1.readingList": own }, en);
    expect(entries[0]).toEqual({ code: "handbook", title: "Handbook", url: "https://intra.example/", note: undefined });
    expect(entries[1]?.title).toBe("RFC 3227, Guidelines for Evidence Collection and Archiving");
    expect(listEntriesOf("g5.s1.readingList", policy, ja)).toHaveLength(4);
    expect(listEntriesOf("g5.s1.readingList", { "g5.s1.readingList": 7 }, ja)).toEqual([]);
  });
});
