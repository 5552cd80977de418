import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { caseGrid, drillsIn, reachedIn, type SceneFact, scenesIn } from "@/lib/domain/case-grid";
import { SUPERVISIONS } from "@/lib/domain/rule";
import { sentBack, shown, verified, waiting, withdrawn } from "@/tests/support/facts";

const CASES = [
  { code: "case-1", subCases: ["case-1.a", "case-1.b"] },
  { code: "case-2", subCases: ["case-2.a"] },
];
const scene = (
  standing: SceneFact["standing"],
  on: string,
  supervision: SceneFact["supervision"] = null,
): SceneFact => ({
  subCase: "case-1.a",
  standing,
  supervision,
  on,
});
const first = (...facts: SceneFact[]) => caseGrid(CASES, facts, 4)[0]?.scenes[0];

describe("a scene of the grid", () => {
  test("is open where nothing is known", () => {
    expect(first()).toEqual({ subCase: "case-1.a", state: "open", supervision: null, on: null });
  });
  test("is reached at the supervision asked for, on the first day at the highest", () => {
    const facts = [
      scene("verified", "2026-05-01", 2),
      scene("verified", "2026-08-01", 5),
      scene("verified", "2026-07-01", 5),
    ];
    expect(first(...facts)).toMatchObject({ state: "reached", supervision: 5, on: "2026-07-01" });
  });
  test("is begun below it", () => {
    expect(first(scene("verified", "2026-05-01", 3))).toMatchObject({ state: "begun", supervision: 3 });
    expect(first(scene("verified", "2026-05-01"))).toMatchObject({ state: "begun", supervision: null });
  });
  test("waits while nothing of it is verified, the latest first", () => {
    const facts = [
      scene("waiting", "2026-11-02", 4),
      scene("waiting", "2026-10-01", 4),
      scene("planned", "2026-12-01"),
    ];
    expect(first(...facts)).toMatchObject({ state: "waiting", on: "2026-11-02" });
    expect(first(...facts, scene("verified", "2026-01-01", 2))).toMatchObject({ state: "begun" });
  });
  test("is planned for the next of its days", () => {
    expect(first(scene("planned", "2026-12-20"), scene("planned", "2026-12-01"))).toMatchObject({
      state: "planned",
      on: "2026-12-01",
    });
  });
});

describe("the grid", () => {
  const facts = fc.array(
    fc.record({
      subCase: fc.constantFrom("case-1.a", "case-1.b", "case-2.a", "case-7.gone"),
      standing: fc.constantFrom("verified" as const, "waiting" as const, "planned" as const),
      supervision: fc.option(fc.constantFrom(...SUPERVISIONS)),
      on: fc.constantFrom("2026-01-05", "2026-03-05", "2026-09-05"),
    }),
  );
  test("holds every case and scene in their order, whatever was done", () => {
    fc.assert(
      fc.property(facts, (known) => {
        const grid = caseGrid(CASES, known, 4);
        expect(grid.map(({ caseCode, scenes }) => [caseCode, ...scenes.map(({ subCase }) => subCase)])).toEqual(
          CASES.map(({ code, subCases }) => [code, ...subCases]),
        );
      }),
    );
  });
  test("does not depend on the order of what is known, and more of it never loses a scene", () => {
    fc.assert(
      fc.property(facts, facts, (known, more) => {
        const before = reachedIn(caseGrid(CASES, known, 4));
        expect(reachedIn(caseGrid(CASES, [...known].reverse(), 4))).toBe(before);
        expect(reachedIn(caseGrid(CASES, [...known, ...more], 4))).toBeGreaterThanOrEqual(before);
      }),
    );
  });
  test("a scene is reached exactly where a verified record says so", () => {
    fc.assert(
      fc.property(facts, (known) => {
        for (const { subCase, state } of caseGrid(CASES, known, 4).flatMap(({ scenes }) => scenes)) {
          const has = known.some(
            (f) => f.subCase === subCase && f.standing === "verified" && (f.supervision ?? 0) >= 4,
          );
          expect(state === "reached").toBe(has);
        }
      }),
    );
  });
});

describe("what claims say of scenes", () => {
  test("verified by what was confirmed, waiting by what was claimed", () => {
    const claims = [
      verified("2026-10-01", { subCase: "case-1.a", shows: { supervision: 5 }, confirmed: shown({ supervision: 4 }) }),
      waiting("2026-10-02", { subCase: "case-1.b", shows: { supervision: 3 } }),
    ];
    expect(scenesIn(claims)).toEqual([
      { subCase: "case-1.a", standing: "verified", supervision: 4, on: "2026-10-01" },
      { subCase: "case-1.b", standing: "waiting", supervision: 3, on: "2026-10-02" },
    ]);
  });
  test("nothing where there is no scene, or it was sent back or taken back", () => {
    const claims = [
      verified("2026-10-01"),
      sentBack("2026-10-02", { subCase: "case-1.a" }),
      withdrawn("2026-10-03", { subCase: "case-1.a" }),
    ];
    expect(scenesIn(claims)).toEqual([]);
  });
  test("a record that waits in one role group and is verified in another is verified", () => {
    const both = { recordId: "r", subCase: "case-1.a" };
    const claims = [
      waiting("2026-10-01", { ...both, claimId: "a" }),
      verified("2026-10-01", { ...both, claimId: "b" }),
    ];
    expect(scenesIn(claims).map(({ standing }) => standing)).toEqual(["verified"]);
  });
});

describe("which role groups drill", () => {
  const step = (criteria: readonly object[]) => ({ step: 3, goals: [], tasks: [], references: [], criteria });
  const group = (code: string, criteria: readonly object[]) => ({
    code,
    number: 1,
    tracks: [],
    commonEducation: [],
    steps: [step(criteria)],
  });
  const drill = (minSupervision: number) => ({
    code: "x",
    rule: { kind: "caseDrill", coverage: "allSubCases", minSupervision },
  });
  const edition = (...roleGroups: object[]) =>
    ({ basicEducation: [], drillCases: CASES, roleGroups }) as unknown as Parameters<typeof drillsIn>[0];

  test("those with a criterion for it, and the least supervision that is asked for", () => {
    const attest = { code: "y", rule: { kind: "attest", checkpoints: [] } };
    expect(drillsIn(edition(group("a", [drill(4)]), group("b", [attest]), group("c", [drill(3)])))).toEqual({
      roleGroups: ["a", "c"],
      asked: 3,
    });
  });
  test("none", () => expect(drillsIn(edition(group("a", [])))).toEqual({ roleGroups: [], asked: 1 }));
});
