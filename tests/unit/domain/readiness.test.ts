import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ROLE_GROUP_CODES } from "@/lib/domain/curriculum";
import { STEP_NUMBERS } from "@/lib/domain/proficiency";
import {
  absenceOf,
  LEVELS,
  levelOf,
  readinessOf,
  type StandingCount,
  stallCauseOf,
  stepsAt,
  weakestOf,
} from "@/lib/domain/readiness";

const COMPLETED = [null, ...STEP_NUMBERS] as const;
const groupIn = (counts: readonly StandingCount[], code: string) =>
  readinessOf(counts).roleGroups.find(({ roleGroupCode }) => roleGroupCode === code);

describe("levels", () => {
  test.each([
    [null, "training"],
    [0, "training"],
    [1, "beginner"],
    [2, "apprentice"],
    [3, "independent"],
  ] as const)("STEP %s completed is %s", (step, level) => expect(levelOf(step)).toBe(level));

  test("the steps at a level are those whose completion puts a person there", () => {
    for (const level of LEVELS) {
      expect(stepsAt(level)).toEqual(COMPLETED.filter((step) => levelOf(step) === level));
    }
  });
});

test.each([
  [0, "alreadyNone"],
  [1, "becomesNone"],
  [2, "noEffect"],
  [40, "noEffect"],
] as const)("with %i independent people one absence: %s", (people, absence) => expect(absenceOf(people)).toBe(absence));

describe("a team", () => {
  const forensics = (completedStep: StandingCount["completedStep"], people: number): StandingCount => ({
    roleGroupCode: "forensics",
    completedStep,
    people,
  });
  const basic = (completedStep: 0 | null, people: number): StandingCount => ({
    roleGroupCode: null,
    completedStep,
    people,
  });

  test("counts each level of a role group, common education within 育成中", () => {
    const counts = [forensics(null, 2), forensics(0, 1), forensics(1, 4), forensics(2, 3), forensics(3, 1)];
    expect(groupIn(counts, "forensics")).toEqual({
      roleGroupCode: "forensics",
      people: { training: 3, beginner: 4, apprentice: 3, independent: 1 },
      inCommonEducation: 2,
      absence: "becomesNone",
    });
  });

  test("lists all seven role groups, also those nobody is enrolled in", () => {
    const { roleGroups, without, onePersonOnly } = readinessOf([forensics(3, 1)]);
    expect(roleGroups.map(({ roleGroupCode }) => roleGroupCode)).toEqual([...ROLE_GROUP_CODES]);
    expect(without).toEqual(ROLE_GROUP_CODES.filter((code) => code !== "forensics"));
    expect(onePersonOnly).toEqual(["forensics"]);
  });

  test("two independent people are neither none nor one", () => {
    const { without, onePersonOnly } = readinessOf([forensics(3, 2)]);
    expect([...without, ...onePersonOnly]).not.toContain("forensics");
  });

  test("basic education stands apart from the role groups", () => {
    const { basicEducation, roleGroups } = readinessOf([basic(null, 3), basic(0, 5)]);
    expect(basicEducation).toEqual({ open: 3, completed: 5 });
    expect(roleGroups.every(({ people }) => LEVELS.every((level) => people[level] === 0))).toBe(true);
  });

  const aCount: fc.Arbitrary<StandingCount> = fc.record({
    roleGroupCode: fc.constantFrom(null, ...ROLE_GROUP_CODES),
    completedStep: fc.constantFrom(...COMPLETED),
    people: fc.integer({ min: 0, max: 500 }),
  });

  test("nobody is lost and nobody counted twice, whatever the order", () => {
    fc.assert(
      fc.property(fc.array(aCount), (counts) => {
        const readiness = readinessOf(counts);
        const { open, completed } = readiness.basicEducation;
        const inGroups = readiness.roleGroups.flatMap(({ people }) => LEVELS.map((level) => people[level]));
        const all = counts.reduce((total, { people }) => total + people, 0);
        expect(open + completed + inGroups.reduce((total, people) => total + people, 0)).toBe(all);
        expect(readinessOf([...counts].reverse())).toEqual(readiness);
      }),
    );
  });
});

describe("the weakest place", () => {
  const at = (
    roleGroupCode: "forensics" | "soc-monitoring" | "incident-response",
    completedStep: 1 | 2 | 3,
    people: number,
  ): StandingCount => ({ roleGroupCode, completedStep, people });
  const weakest = (...counts: StandingCount[]) => weakestOf(readinessOf(counts))?.roleGroupCode ?? null;

  test("is where nobody is independent before where one is", () => {
    expect(weakest(at("forensics", 3, 1), at("soc-monitoring", 1, 4))).toBe("soc-monitoring");
  });
  test("of two with one person, where fewer come next", () => {
    const alone = [at("forensics", 3, 1), at("soc-monitoring", 3, 1)];
    expect(weakest(...alone, at("soc-monitoring", 2, 1))).toBe("forensics");
    expect(weakest(...alone, at("forensics", 2, 1))).toBe("soc-monitoring");
    expect(weakest(...alone, at("forensics", 1, 1))).toBe("soc-monitoring");
  });
  test("is nowhere with two each, and not where nobody is enrolled", () => {
    expect(weakest(at("forensics", 3, 2))).toBeNull();
    expect(weakest()).toBeNull();
  });
});

describe("why a STEP has not moved", () => {
  const facts = { awaitsMentor: false, sentBackOpen: false, daysSinceLogged: 5, stallDays: 60 };
  test.each([
    [{ awaitsMentor: true, sentBackOpen: true, daysSinceLogged: null }, "awaitsMentor"],
    [{ sentBackOpen: true, daysSinceLogged: null }, "sentBackUnanswered"],
    [{ daysSinceLogged: null }, "nothingLogged"],
    [{ daysSinceLogged: 60 }, "nothingLogged"],
    [{ daysSinceLogged: 59 }, "nothingVerified"],
  ] as const)("%j: %s", (change, cause) => expect(stallCauseOf({ ...facts, ...change })).toBe(cause));
});
