import { describe, expect, test } from "vitest";
import type { DrillCase } from "@/lib/domain/curriculum";
import type { CaseDrillRule, DrillCoverage, ReadingRule, TechniquesRule } from "@/lib/domain/rule";
import { measure, sentBack, shown, strip, verified, waiting, withdrawn } from "@/tests/support/facts";

/** Kinds of criterion that tick things off: reading, case drill, techniques. */

const intro: ReadingRule = { kind: "reading", list: "g3.s1.readingList" };
const listing = (...codes: string[]) => ({ "g3.s1.readingList": codes.map((code) => ({ code })) });
const policy = listing("ids-primer", "soc-textbook", "log-analysis");
const read = (readingItem: string | null, day: string) => verified(day, { kind: "reading", readingItem });

describe("reading: every item of the organisation's list (4.3.5.4#1)", () => {
  test.each([
    ["none", [], 0, false],
    ["two of three", ["ids-primer", "log-analysis"], 2, false],
    ["all three", ["ids-primer", "log-analysis", "soc-textbook"], 3, true],
  ])("%s", (_case, items, have, met) => {
    const claims = items.map((item, index) => read(item, `2026-09-0${index + 1}`));
    expect(measure(intro, { claims, policy })).toMatchObject({ kind: "reading", have, need: 3, unit: "items", met });
  });

  test("it was met on the day the last item was read", () => {
    const claims = [
      read("soc-textbook", "2026-09-20"),
      read("ids-primer", "2026-09-01"),
      read("log-analysis", "2026-09-09"),
    ];
    expect(measure(intro, { claims, policy }).metOn).toBe("2026-09-20");
  });

  test("an item counts once: the first time", () => {
    const claims = [read("ids-primer", "2026-09-09"), read("ids-primer", "2026-09-01")];
    const progress = measure(intro, { claims, policy });
    expect(progress.counted).toEqual(["2026-09-01"]);
    expect(progress.notCounted).toEqual([{ claimId: "2026-09-09", reason: "sameItem" }]);
  });

  test("what is not on the list does not count", () => {
    const progress = measure(intro, { claims: [read("a novel", "2026-09-01"), read(null, "2026-09-02")], policy });
    expect(progress.notCounted.map(({ reason }) => reason)).toEqual(["notOnList", "notOnList"]);
  });

  test("the strip follows the list", () => {
    const claims = [
      read("log-analysis", "2026-09-01"),
      waiting("2026-09-02", { readingItem: "ids-primer" }),
      sentBack("2026-09-03", { readingItem: "soc-textbook" }),
    ];
    expect(measure(intro, { claims, policy }).slots).toEqual([
      { state: "waiting", code: "ids-primer", day: "2026-09-02", claimId: "2026-09-02" },
      { state: "sentBack", code: "soc-textbook", day: "2026-09-03", claimId: "2026-09-03" },
      { state: "verified", code: "log-analysis", day: "2026-09-01", claimId: "2026-09-01" },
    ]);
  });

  test.each([
    [
      "read what nobody has logged",
      [read("soc-textbook", "2026-09-01")],
      { act: "read", items: ["ids-primer", "log-analysis"] },
    ],
    [
      "what waits is not to be read again",
      [read("soc-textbook", "2026-09-01"), waiting("2026-09-02", { readingItem: "ids-primer" })],
      { act: "read", items: ["log-analysis"] },
    ],
    [
      "everything waits: wait",
      ["ids-primer", "soc-textbook", "log-analysis"].map((readingItem, index) =>
        waiting(`2026-09-0${index + 1}`, { readingItem }),
      ),
      { act: "awaitVerification", waiting: 3 },
    ],
    ["what was sent back comes first", [sentBack("2026-09-03")], { act: "correct", claimId: "2026-09-03" }],
  ])("next: %s", (_case, claims, next) => {
    expect(measure(intro, { claims, policy }).next).toEqual(next);
  });
});

describe("the organisation's reading list", () => {
  test.each([
    ["an empty list", listing()],
    ["a list that was never set", {}],
  ])("%s is never met, and says who sets it", (_case, empty) => {
    const progress = measure(intro, { claims: [read("ids-primer", "2026-09-01")], policy: empty });
    expect(progress).toMatchObject({ have: 0, need: 0, met: false, slots: [] });
    expect(progress.next).toEqual({ act: "organisationSetsList", param: "g3.s1.readingList" });
  });

  test("a list that names an item twice asks for it once", () => {
    const progress = measure(intro, {
      claims: [read("ids-primer", "2026-09-01")],
      policy: listing("ids-primer", "ids-primer"),
    });
    expect(progress).toMatchObject({ have: 1, need: 1, met: true, next: { act: "none" } });
  });

  test("an item added to the list opens it again", () => {
    const claims = [read("ids-primer", "2026-09-01")];
    expect(measure(intro, { claims, policy: listing("ids-primer") }).met).toBe(true);
    expect(measure(intro, { claims, policy: listing("ids-primer", "soc-textbook") }).met).toBe(false);
  });
});

const drillCases: readonly DrillCase[] = [
  { code: "case-1", subCases: ["case-1.assess", "case-1.respond", "case-1.mitigate"] },
  { code: "case-2", subCases: ["case-2.respond"] },
  { code: "case-3", subCases: ["case-3.failed", "case-3.succeeded"] },
];
const every = drillCases.flatMap(({ subCases }) => subCases);
const drill = (coverage: DrillCoverage): CaseDrillRule => ({ kind: "caseDrill", coverage, minSupervision: 4 });
const alone = (subCase: string | null, day: string) =>
  verified(day, { kind: "drillCase", subCase, shows: { supervision: 4 } });
const allAlone = every.map((subCase, index) => alone(subCase, `2026-06-0${index + 1}`));

describe("case drill: the cases alone (4.1.7.4#1, A63)", () => {
  test("all sub-cases, each once", () => {
    const progress = measure(drill("allSubCases"), { claims: allAlone, drillCases });
    expect(progress).toMatchObject({
      kind: "caseDrill",
      have: 6,
      need: 6,
      unit: "cases",
      met: true,
      metOn: "2026-06-06",
    });
    const lacking = measure(drill("allSubCases"), { claims: allAlone.slice(1), drillCases });
    expect(lacking).toMatchObject({ have: 5, need: 6, met: false });
    expect(lacking.next).toEqual({ act: "drill", subCases: ["case-1.assess"] });
  });

  test("one of each case, where policy asks for that only", () => {
    const claims = [alone("case-1.mitigate", "2026-06-01"), alone("case-2.respond", "2026-06-02")];
    const progress = measure(drill("oneSubCasePerCase"), { claims, drillCases });
    expect(progress).toMatchObject({ have: 2, need: 3, met: false });
    expect(progress.next).toEqual({ act: "drill", subCases: ["case-3.failed", "case-3.succeeded"] });
    const complete = measure(drill("oneSubCasePerCase"), {
      claims: [...claims, alone("case-3.failed", "2026-06-03")],
      drillCases,
    });
    expect(complete).toMatchObject({ have: 3, met: true, metOn: "2026-06-03" });
  });

  test("it was met on the day of the last new one, whatever the order of the cases", () => {
    const backwards = every.map((subCase, index) => alone(subCase, `2026-06-${20 - index}`));
    expect(measure(drill("allSubCases"), { claims: backwards, drillCases }).metOn).toBe("2026-06-20");
    expect(measure(drill("oneSubCasePerCase"), { claims: backwards, drillCases }).metOn).toBe("2026-06-18");
  });

  test("two sub-cases of one case are one case", () => {
    const claims = [alone("case-1.assess", "2026-06-01"), alone("case-1.respond", "2026-06-02")];
    const progress = measure(drill("oneSubCasePerCase"), { claims, drillCases });
    expect(progress).toMatchObject({ have: 1, counted: ["2026-06-01", "2026-06-02"] });
  });

  test("the coverage is the organisation's", () => {
    const rule: CaseDrillRule = { ...drill("allSubCases"), coverage: { param: "g1.s3.drill.coverage" } };
    const under = (value: DrillCoverage) => measure(rule, { drillCases, policy: { "g1.s3.drill.coverage": value } });
    expect(under("allSubCases").need).toBe(6);
    expect(under("oneSubCasePerCase").need).toBe(3);
  });
});

describe("what counts as a drill, and how the grid shows it", () => {
  test.each([
    [3, "supervisionTooLow"],
    [null, "supervisionMissing"],
  ] as const)("supervision %s does not do", (supervision, reason) => {
    const claim = verified("2026-06-01", { subCase: "case-2.respond", shows: { supervision } });
    const progress = measure(drill("allSubCases"), { claims: [claim], drillCases });
    expect(progress.notCounted).toEqual([{ claimId: "2026-06-01", reason }]);
  });

  test("the supervision that was confirmed decides", () => {
    const claim = verified("2026-06-01", {
      subCase: "case-2.respond",
      claimed: shown({ supervision: 4 }),
      confirmed: shown({ supervision: 2 }),
    });
    expect(measure(drill("allSubCases"), { claims: [claim], drillCases }).have).toBe(0);
  });

  test("led others does", () => {
    const claim = verified("2026-06-01", { subCase: "case-2.respond", shows: { supervision: 5 } });
    expect(measure(drill("allSubCases"), { claims: [claim], drillCases }).have).toBe(1);
  });

  test("a repeat counts once, an unknown sub-case not at all", () => {
    const claims = [
      alone("case-2.respond", "2026-06-02"),
      alone("case-2.respond", "2026-06-01"),
      alone("case-9.respond", "2026-06-03"),
      alone(null, "2026-06-04"),
    ];
    const progress = measure(drill("allSubCases"), { claims, drillCases });
    expect(progress.counted).toEqual(["2026-06-01"]);
    expect(progress.notCounted).toEqual([
      { claimId: "2026-06-03", reason: "notASubCase" },
      { claimId: "2026-06-04", reason: "notASubCase" },
      { claimId: "2026-06-02", reason: "sameItem" },
    ]);
  });

  test("the grid shows every sub-case in the order of the cases", () => {
    const claims = [
      alone("case-1.assess", "2026-06-01"),
      waiting("2026-06-02", { subCase: "case-2.respond", shows: { supervision: 4 } }),
      waiting("2026-06-03", { subCase: "case-3.failed", shows: { supervision: 2 } }),
    ];
    const { slots } = measure(drill("allSubCases"), { claims, drillCases });
    expect(strip(slots)).toBe("verified open open waiting open open");
    expect(slots.map(({ code }) => code)).toEqual(every);
  });

  test("what is left waits: wait", () => {
    const last = waiting("2026-06-09", { subCase: "case-1.assess", shows: { supervision: 4 } });
    const progress = measure(drill("allSubCases"), { claims: [...allAlone.slice(1), last], drillCases });
    expect(progress.next).toEqual({ act: "awaitVerification", waiting: 1 });
  });

  test("without cases it is never met", () => {
    expect(measure(drill("allSubCases"), { claims: allAlone })).toMatchObject({ need: 0, met: false });
  });
});

describe("techniques: one of two (4.5.7.4#3, A41)", () => {
  const rule: TechniquesRule = {
    kind: "techniques",
    need: 1,
    of: [{ code: "machine" }, { code: "network" }],
    counts: { minSupervision: 4 },
  };
  const used = (technique: string | null, day: string) => verified(day, { technique, shows: { supervision: 4 } });

  test("either meets it", () => {
    for (const technique of ["machine", "network"]) {
      const progress = measure(rule, { claims: [used(technique, "2026-09-01")] });
      expect(progress).toMatchObject({ have: 1, need: 1, unit: "techniques", met: true, metOn: "2026-09-01" });
    }
  });

  test("where two are asked, the same one twice is one", () => {
    const two = { ...rule, need: 2 };
    const claims = [used("machine", "2026-09-01"), used("machine", "2026-09-02")];
    const progress = measure(two, { claims });
    expect(progress).toMatchObject({ have: 1, met: false });
    expect(progress.notCounted).toEqual([{ claimId: "2026-09-02", reason: "sameItem" }]);
    expect(progress.next).toEqual({ act: "useTechnique", techniques: ["network"] });
    const both = measure(two, { claims: [...claims, used("network", "2026-09-03")] });
    expect(both).toMatchObject({ have: 2, met: true, metOn: "2026-09-03" });
  });

  test("one that is not of the set, or none, does not count", () => {
    const progress = measure(rule, { claims: [used("memory", "2026-09-01"), used(null, "2026-09-02")] });
    expect(progress.notCounted.map(({ reason }) => reason)).toEqual(["notATechnique", "notATechnique"]);
    expect(progress.next).toEqual({ act: "useTechnique", techniques: ["machine", "network"] });
  });

  test("what a record must satisfy is looked at first", () => {
    const beside = verified("2026-09-01", { technique: "machine" });
    expect(measure(rule, { claims: [beside] }).notCounted).toEqual([
      { claimId: "2026-09-01", reason: "supervisionTooLow" },
    ]);
  });

  test("enough waits: the other technique is not needed", () => {
    const asked = waiting("2026-09-01", { technique: "machine", shows: { supervision: 4 } });
    const progress = measure(rule, { claims: [asked] });
    expect(progress.next).toEqual({ act: "awaitVerification", waiting: 1 });
    expect(strip(progress.slots)).toBe("waiting open");
  });

  test("a second waiting claim for a technique that is ticked is no prospect", () => {
    const two = { ...rule, need: 2 };
    const again = waiting("2026-09-05", { technique: "machine", shows: { supervision: 4 } });
    const progress = measure(two, { claims: [used("machine", "2026-09-01"), again, withdrawn("2026-09-06")] });
    expect(progress.next).toEqual({ act: "useTechnique", techniques: ["network"] });
    expect(progress.waiting).toEqual(["2026-09-05"]);
  });
});
