import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/access";
import { progressOf } from "@/lib/domain/criterion";
import type { CriterionNode } from "@/lib/domain/curriculum";
import { isSameValue, type PolicyValues } from "@/lib/domain/policy";
import {
  changedValues,
  holdsUpRequest,
  measuringCodes,
  type RebasingEffect,
  type RebasingFacts,
  rebase,
  shiftsOf,
} from "@/lib/domain/rebasing";
import { factsOf, teamOn, verified } from "@/tests/support/facts";
import { kenichi, makoto, misaki, shin } from "@/tests/support/reviewing";

const NEED = "g3.s2.pairDuty.n";
const duty: CriterionNode = {
  code: "g1.s1.tested",
  rule: { kind: "count", need: { param: NEED }, unit: "times", counts: {} },
};
const TODAY = teamOn("2026-11-20");
const threeDuties = factsOf({ claims: [verified("2026-10-01"), verified("2026-10-02"), verified("2026-10-03")] });
const by = (need: number) => [progressOf(duty, threeDuties, { [NEED]: need }, TODAY)];

describe("which values measure a STEP", () => {
  const policy: PolicyValues = {
    [NEED]: 10,
    "g1.s1.tested.latest": 5,
    "g1.s1.incidentReports.n": 3,
    "platform.countersign.step2": false,
    "platform.countersign.step3": true,
  };

  test("those its criteria name, those set for one of them, and whether it is countersigned", () => {
    expect(measuringCodes(2, [duty], policy)).toEqual(["g1.s1.tested.latest", NEED, "platform.countersign.step2"]);
  });

  test("an education has no criteria: only its countersignature is left", () => {
    expect(measuringCodes(0, [], policy)).toEqual(["platform.countersign.step0"]);
  });
});

describe("what changes among the values", () => {
  test("a value that differs, before and after", () => {
    expect(changedValues([NEED, "b"], { [NEED]: 10, b: true }, { [NEED]: 12, b: true })).toEqual([
      { code: NEED, before: 10, after: 12 },
    ]);
  });

  test("a value that the STEP did not keep was today's all along", () => {
    expect(changedValues([NEED], {}, { [NEED]: 12 })).toEqual([]);
    expect(changedValues([NEED], { [NEED]: 10 }, {})).toEqual([]);
  });

  test("a list with the same entries is the same, in whatever order the database keeps their fields", () => {
    const before = { list: [{ code: "a", title: { ja: "あ", en: "a" } }] };
    const after = { list: [{ title: { en: "a", ja: "あ" }, code: "a" }] };
    expect(changedValues(["list"], before, after)).toEqual([]);
    expect(changedValues(["list"], before, { list: [{ code: "b" }] })).toHaveLength(1);
  });

  test("no value differs from itself, whatever it is", () => {
    const value = fc.oneof(
      fc.integer(),
      fc.boolean(),
      fc.string(),
      fc.array(fc.record({ code: fc.string() }), { maxLength: 4 }),
    );
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(isSameValue(a, a)).toBe(true);
        expect(isSameValue(a, b)).toBe(isSameValue(b, a));
        expect(changedValues(["x"], { x: a }, { x: b }).length === 0).toBe(isSameValue(a, b));
      }),
    );
  });
});

describe("which criteria flip, and which way", () => {
  test("three of three becomes three of four: unmet", () => {
    expect(shiftsOf(by(3), by(4))).toEqual([
      {
        criterionCode: duty.code,
        before: { met: true, have: 3, need: 3 },
        after: { met: false, have: 3, need: 4 },
        flip: "toUnmet",
      },
    ]);
  });

  test("three of four becomes three of three: met", () => {
    expect(shiftsOf(by(4), by(3))[0]?.flip).toBe("toMet");
  });

  test("farther or nearer without flipping is said as well", () => {
    expect(shiftsOf(by(5), by(9))).toEqual([
      {
        criterionCode: duty.code,
        before: { met: false, have: 3, need: 5 },
        after: { met: false, have: 3, need: 9 },
        flip: null,
      },
    ]);
  });

  test("what stays as it is is left out", () => {
    expect(shiftsOf(by(5), by(5))).toEqual([]);
  });

  test("a criterion that is not measured afterwards has no shift", () => {
    expect(shiftsOf(by(5), [])).toEqual([]);
  });

  test("to other values and back: every flip is undone", () => {
    const need = fc.integer({ min: 1, max: 8 });
    const back = { toMet: "toUnmet", toUnmet: "toMet" } as const;
    fc.assert(
      fc.property(need, need, (a, b) => {
        const there = shiftsOf(by(a), by(b)).map(({ flip }) => flip);
        const again = shiftsOf(by(b), by(a)).map(({ flip }) => flip && back[flip]);
        expect(again).toEqual(there);
      }),
    );
  });

  test("asking for more never makes a count met, asking for less never unmet", () => {
    const need = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(need, need, (a, b) => {
        const flips = shiftsOf(by(a), by(b)).map(({ flip }) => flip);
        expect(flips).not.toContain(b >= a ? "toMet" : "toUnmet");
      }),
    );
  });
});

const ref = (enrolmentId: string, teamId = "soc") => ({
  enrolmentId,
  traineeId: "misaki",
  roleGroupCode: "soc-monitoring" as const,
  team: { teamId, ancestorIds: [teamId, "hq"] },
});
const effect = (wish: Partial<RebasingEffect> = {}): RebasingEffect => ({
  enrolmentId: "liaison",
  step: 2,
  values: [{ code: NEED, before: 10, after: 12 }],
  shifts: [],
  hasOpenRequest: false,
  ...wish,
});

describe("a request that waits", () => {
  const [toUnmet] = shiftsOf(by(3), by(4));
  const shifts = toUnmet ? [toUnmet] : [];
  test("is held up by a criterion that becomes unmet", () => {
    expect(holdsUpRequest(effect({ hasOpenRequest: true, shifts }))).toBe(true);
  });
  test("is not, where nothing becomes unmet or nothing waits", () => {
    expect(holdsUpRequest(effect({ hasOpenRequest: true, shifts: shiftsOf(by(4), by(3)) }))).toBe(false);
    expect(holdsUpRequest(effect({ hasOpenRequest: false, shifts }))).toBe(false);
  });
});

describe("who re-bases whom", () => {
  const facts = (wish: Partial<RebasingFacts> = {}): RebasingFacts => ({
    enrolments: [{ ref: ref("liaison"), effect: effect() }],
    previewed: "as shown",
    digest: "as shown",
    ...wish,
  });
  const refused = (code: string) => ({ ok: false, refusal: { code } });

  test("a manager of the team or of one above it", () => {
    expect(rebase(["liaison"], facts(), makoto)).toEqual({ ok: true, value: [effect()] });
  });

  const notHers: readonly (readonly [string, Actor])[] = [
    ["a mentor", kenichi],
    ["an administrator", shin],
    ["a manager of another team", { ...makoto, managedTeamIds: ["plant"] }],
    ["the trainee", misaki],
    ["the trainee who manages the team", { ...misaki, managedTeamIds: ["soc"] }],
  ];
  test.each(notHers)("not %s", (_who, actor) => {
    expect(rebase(["liaison"], facts(), actor)).toEqual(refused("NotFound"));
  });

  test("all or none: one who is not theirs, or not there, stops it", () => {
    const other = { ref: ref("other", "plant"), effect: effect({ enrolmentId: "other" }) };
    const both = facts({ enrolments: [...facts().enrolments, other] });
    const ofSoc = { ...makoto, managedTeamIds: ["soc"] };
    expect(rebase(["liaison", "other"], both, { ...ofSoc, managedTeamIds: ["soc", "plant"] }).ok).toBe(true);
    expect(rebase(["liaison", "gone"], facts(), ofSoc)).toEqual(refused("NotFound"));
    expect(rebase(["liaison", "other"], { ...both, enrolments: [...facts().enrolments] }, ofSoc).ok).toBe(false);
    expect(rebase([], facts({ enrolments: [] }), makoto)).toEqual(refused("NotFound"));
  });

  test("not what changed since it was shown", () => {
    expect(rebase(["liaison"], facts({ digest: "as it is now" }), makoto)).toEqual(refused("RebasingStale"));
  });

  test("not where no value changes; who has none is passed over", () => {
    const same = { ref: ref("same"), effect: effect({ enrolmentId: "same", values: [] }) };
    const done = { ref: ref("done"), effect: null };
    expect(rebase(["same", "done"], facts({ enrolments: [same, done] }), makoto)).toEqual(refused("RebasingNeedless"));
    const some = facts({ enrolments: [same, ...facts().enrolments] });
    expect(rebase(["same", "liaison"], some, makoto)).toEqual({ ok: true, value: [effect()] });
  });

  test("asked for twice is asked for once", () => {
    expect(rebase(["liaison", "liaison"], facts(), makoto).ok).toBe(true);
  });
});
