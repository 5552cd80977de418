import { describe, expect, test } from "vitest";
import type { Proficiency, StepNumber } from "@/lib/domain/proficiency";
import { standingOf } from "@/lib/domain/standing";

const inSoc = (completedSteps: readonly StepNumber[]) =>
  standingOf({ roleGroupCode: "soc-monitoring", completedSteps, lastVerifiedOn: null });
const inBasicEducation = (completedSteps: readonly StepNumber[]) =>
  standingOf({ roleGroupCode: null, completedSteps, lastVerifiedOn: null });

describe("where a person stands in a role group", () => {
  test.each<[string, StepNumber[], StepNumber | null, StepNumber | null, Proficiency | null]>([
    ["enrolled", [], null, 0, null],
    ["common education done", [0], 0, 1, null],
    ["STEP1 done", [0, 1], 1, 2, "beginner"],
    ["STEP2 done", [0, 1, 2], 2, 3, "apprentice"],
    ["STEP3 done", [0, 1, 2, 3], 3, null, "independent"],
    ["in any order", [3, 1, 0, 2], 3, null, "independent"],
    ["named twice, by a recognition and a sign-off", [0, 1, 1], 1, 2, "beginner"],
  ])("%s", (_case, steps, completedStep, openStep, proficiency) => {
    expect(inSoc(steps)).toMatchObject({ completedStep, openStep, proficiency });
  });

  test.each<[string, StepNumber[], StepNumber | null, StepNumber | null]>([
    ["STEP1 revoked under STEP2: back to it", [0, 2], 0, 1],
    ["STEP2 revoked under STEP3: a beginner again", [0, 1, 3], 1, 2],
    ["STEP3 alone gives nothing", [3], null, 0],
  ])("a STEP above a gap gives nothing: %s", (_case, steps, completedStep, openStep) => {
    expect(inSoc(steps)).toMatchObject({ completedStep, openStep });
  });

  test("STEP1 recognised on the first day, without common education, is no gap", () => {
    expect(inSoc([1])).toMatchObject({ completedStep: 1, openStep: 2, proficiency: "beginner" });
    expect(inSoc([1, 2, 3])).toMatchObject({ completedStep: 3, openStep: null, proficiency: "independent" });
  });
});

describe("where a person stands in basic education", () => {
  test("it has one STEP and no proficiency", () => {
    expect(inBasicEducation([])).toMatchObject({ completedStep: null, openStep: 0, proficiency: null });
    expect(inBasicEducation([0])).toMatchObject({ completedStep: 0, openStep: null, proficiency: null });
  });
});

test("the day of the latest verified work is kept: currency looks at it", () => {
  const standing = standingOf({ roleGroupCode: "forensics", completedSteps: [0, 1], lastVerifiedOn: "2026-09-17" });
  expect(standing.lastVerifiedOn).toBe("2026-09-17");
  expect(inSoc([]).lastVerifiedOn).toBeNull();
});
