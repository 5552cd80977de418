import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EnrolmentRef } from "@/lib/domain/access";
import { STEP_NUMBERS, type StepNumber } from "@/lib/domain/proficiency";
import { type RecognitionFacts, type RecognitionRefusal, recognise, stepAfter } from "@/lib/domain/recognition";
import { standingOf } from "@/lib/domain/standing";
import { basicEducation, kenichi, makoto, misaki, monitoring, shin } from "@/tests/support/reviewing";

const today = "2026-11-20";
const refused = (code: RecognitionRefusal["code"]) => ({ ok: false, refusal: { code } });
const wish = (step: StepNumber, recognisedOn = today) => ({ step, recognisedOn });
const at = (ref: EnrolmentRef, completed: readonly StepNumber[] = [], hasOpenRequest = false) => ({
  ref,
  completed,
  hasOpenRequest,
});
const facts = (change: Partial<RecognitionFacts> = {}): RecognitionFacts => ({
  today,
  enrolment: at(monitoring),
  basic: at(basicEducation, [0]),
  ...change,
});
const granted = (...steps: StepNumber[]) => ({
  ok: true,
  value: steps.map((step) => ({ enrolmentId: monitoring.enrolmentId, step, opens: stepAfter(monitoring, step) })),
});

describe("what is recognised", () => {
  test("STEP2 brings common education and STEP1 along", () => {
    expect(recognise(wish(2), facts(), makoto)).toEqual(granted(0, 1, 2));
  });
  test("only what is not complete", () => {
    expect(recognise(wish(2), facts({ enrolment: at(monitoring, [0]) }), makoto)).toEqual(granted(1, 2));
  });
  test("basic education comes first where it is open", () => {
    const decision = recognise(wish(0), facts({ basic: at(basicEducation) }), makoto);
    expect(decision).toEqual({
      ok: true,
      value: [
        { enrolmentId: "misaki-basic", step: 0, opens: null },
        { enrolmentId: "misaki-monitoring", step: 0, opens: 1 },
      ],
    });
  });
  test("a person without basic education is recognised for the rest", () => {
    expect(recognise(wish(1), facts({ basic: null }), makoto)).toEqual(granted(0, 1));
  });
  test("basic education by itself", () => {
    expect(recognise(wish(0), facts({ enrolment: at(basicEducation), basic: null }), makoto)).toEqual({
      ok: true,
      value: [{ enrolmentId: "misaki-basic", step: 0, opens: null }],
    });
  });
});

describe("what is refused", () => {
  test("for oneself, also to the manager of the team", () => {
    expect(recognise(wish(1), facts(), { ...makoto, id: "misaki" })).toEqual(refused("OwnRecognition"));
    expect(recognise(wish(1), facts(), misaki)).toEqual(refused("OwnRecognition"));
  });
  test.each([
    ["mentors", kenichi],
    ["administrators", shin],
    ["managers of another team", { ...makoto, managedTeamIds: ["plant"] }],
    ["managers of a team below", { ...makoto, managedTeamIds: ["deep-night"] }],
  ] as const)("to %s", (_who, actor) => expect(recognise(wish(1), facts(), actor)).toEqual(refused("NotFound")));
  test("where there is nothing", () => expect(recognise(wish(1), null, makoto)).toEqual(refused("NotFound")));

  test("from a day to come", () => {
    expect(recognise(wish(1, "2026-11-21"), facts(), makoto)).toEqual(refused("DayInFuture"));
    expect(recognise(wish(1, "2016-04-01"), facts(), makoto).ok).toBe(true);
  });
  test("a STEP that is complete", () => {
    const enrolment = at(monitoring, [0, 1]);
    expect(recognise(wish(1), facts({ enrolment }), makoto)).toEqual(refused("StepAlreadySignedOff"));
  });
  test("STEP1 of basic education", () => {
    const enrolment = at(basicEducation);
    expect(recognise(wish(1), facts({ enrolment, basic: null }), makoto)).toEqual(refused("StepOutsideEnrolment"));
  });
  test("while a request waits, here or in basic education", () => {
    expect(recognise(wish(1), facts({ enrolment: at(monitoring, [], true) }), makoto)).toEqual(refused("RequestWaits"));
    expect(recognise(wish(1), facts({ basic: at(basicEducation, [], true) }), makoto)).toEqual(refused("RequestWaits"));
  });
});

test("whoever is recognised up to a STEP stands on it, whatever was complete before", () => {
  const completed = fc.subarray([...STEP_NUMBERS]);
  fc.assert(
    fc.property(completed, fc.constantFrom(...STEP_NUMBERS), (before, step) => {
      const decision = recognise(wish(step), facts({ enrolment: at(monitoring, before) }), makoto);
      if (!decision.ok) {
        expect(before).toContain(step);
        return;
      }
      const gained = decision.value.map((each) => each.step);
      expect(gained.filter((each) => before.includes(each))).toEqual([]);
      const standing = standingOf({ roleGroupCode: "x", completedSteps: [...before, ...gained], lastVerifiedOn: null });
      expect(standing.completedStep).toBeGreaterThanOrEqual(step);
    }),
  );
});

test("what opens next", () => {
  expect(STEP_NUMBERS.map((step) => stepAfter(monitoring, step))).toEqual([1, 2, 3, null]);
  expect(stepAfter(basicEducation, 0)).toBeNull();
});
