import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/access";
import { ROLE_GROUP_CODES, type RoleGroupCode } from "@/lib/domain/curriculum";
import type { StepNumber } from "@/lib/domain/proficiency";
import {
  consequencesOf,
  type RevocationFacts,
  reinstate,
  restoredBy,
  revoke,
  type WaitingRequest,
} from "@/lib/domain/revocation";
import { earlierOpen } from "@/lib/domain/step";
import { NOBODY } from "@/tests/support/nobody";

/** One revocation after the other: what the second does, what lifting in another order gives, and whom it holds up. */

const enrolment = (roleGroupCode: RoleGroupCode | null = "forensics") => ({
  enrolmentId: `${roleGroupCode ?? "basic"} of ren`,
  traineeId: "ren",
  roleGroupCode,
  team: { teamId: "lab", ancestorIds: ["lab", "hq"] },
});
const makoto: Actor = { ...NOBODY, id: "makoto", managedTeamIds: ["lab"] };
const completion = (step: StepNumber) => ({ completionId: `step ${step}`, by: "signOff", step }) as const;
const facts = (step: StepNumber, wish: Partial<RevocationFacts> = {}): RevocationFacts => ({
  enrolment: enrolment(),
  completion: completion(step),
  revoked: null,
  completedSteps: [0, 1, 2, 3],
  basicCompleted: true,
  requests: [],
  mentorships: [],
  held: 0,
  independentThere: 2,
  frozen: 0,
  given: 0,
  ...wish,
});
const lifting = (step: StepNumber, completedSteps: readonly StepNumber[]) => ({
  enrolment: enrolment(),
  completion: completion(step),
  reinstated: null,
  completedSteps,
  requestWaits: false,
  endedMentorships: [],
});

describe("revoking each STEP of somebody independent", () => {
  test.each<[StepNumber, StepNumber | null, string | null, StepNumber[]]>([
    [0, 3, "independent", []],
    [1, 0, null, [2, 3]],
    [2, 1, "beginner", [3]],
    [3, 2, "apprentice", []],
  ])("STEP %i: stands at %s, %s", (step, after, proficiency, suspended) => {
    const consequences = consequencesOf(facts(step));
    expect(consequences.standing.after).toEqual({ step: after, proficiency });
    expect(consequences.suspended).toEqual(suspended);
    expect(consequences.independent).toEqual(step === 0 ? null : { before: 2, after: 1 });
  });

  test("by who manages the team, and by nobody else who decides there", () => {
    const others: Actor[] = [
      { ...makoto, id: "toru", managedTeamIds: ["plant"] },
      { ...NOBODY, id: "megumi", mentorships: [{ roleGroupCode: "forensics", teamId: null }] },
      { ...NOBODY, id: "taro", appointments: [{ kind: "countersigner", teamId: "lab", roleGroupCode: null }] },
      { ...NOBODY, id: "shin", isAdmin: true },
      { ...NOBODY, id: "akira", isAuditor: true },
    ];
    expect(revoke(facts(2), true, makoto).ok).toBe(true);
    for (const actor of others) {
      expect(revoke(facts(2), true, actor)).toEqual({ ok: false, refusal: { code: "NotFound" } });
      expect(reinstate(lifting(2, [0, 1, 3]), true, actor)).toEqual({ ok: false, refusal: { code: "NotFound" } });
    }
  });

  test("the last independent person there: none is left, never fewer than none", () => {
    expect(consequencesOf(facts(3, { independentThere: 1 })).independent).toEqual({ before: 1, after: 0 });
    expect(consequencesOf(facts(3, { independentThere: 0 })).independent).toEqual({ before: 0, after: 0 });
  });

  test("every mentorship in that role group ends, in others none, and what was held goes back once", () => {
    const mentorships = ROLE_GROUP_CODES.flatMap((roleGroupCode) =>
      ["lab", "hq"].map((team) => ({ mentorshipId: `${roleGroupCode} ${team}`, roleGroupCode })),
    );
    expect(consequencesOf(facts(1, { mentorships, held: 4 }))).toMatchObject({
      mentorships: ["forensics lab", "forensics hq"],
      released: 4,
    });
    const none = mentorships.filter(({ roleGroupCode }) => roleGroupCode !== "forensics");
    expect(consequencesOf(facts(1, { mentorships: none, held: 4 }))).toMatchObject({ mentorships: [], released: 0 });
  });
});

describe("basic education", () => {
  const basic = facts(0, { enrolment: enrolment(null), completedSteps: [0] });
  test("has no later STEP, no proficiency and no independent person", () => {
    expect(consequencesOf(basic)).toMatchObject({
      standing: { before: { step: 0, proficiency: null }, after: { step: null, proficiency: null } },
      suspended: [],
      independent: null,
    });
  });
});

const anyStep = fc.constantFrom<StepNumber>(0, 1, 2, 3);
const aRequest: fc.Arbitrary<WaitingRequest> = fc.record({
  requestId: fc.uuid(),
  enrolmentId: fc.constantFrom("forensics of ren", "soc-monitoring of ren"),
  roleGroupCode: fc.constantFrom<RoleGroupCode | null>("forensics", "soc-monitoring"),
  step: fc.constantFrom<StepNumber>(1, 2, 3),
  completedSteps: fc.constant<StepNumber[]>([0, 1, 2]),
});

describe("whatever is revoked", () => {
  const openBefore = ({ roleGroupCode, step }: WaitingRequest, steps: readonly StepNumber[], basicCompleted: boolean) =>
    earlierOpen(step, {
      roleGroupCode,
      completions: steps.map((each) => ({ step: each, by: "signOff", on: "2026-11-20", byId: "kenichi" })),
      basicCompleted,
    }).length > 0;

  test("a request is named exactly where it could be signed and cannot be any more", () => {
    fc.assert(
      fc.property(fc.array(aRequest, { maxLength: 4 }), anyStep, fc.boolean(), (requests, step, basicCompleted) => {
        const all: StepNumber[] = [0, 1, 2];
        const { blocked } = consequencesOf(facts(step, { requests, completedSteps: all, basicCompleted }));
        const expected = requests.filter((request) => {
          const left = request.enrolmentId === "forensics of ren" ? all.filter((each) => each !== step) : all;
          return !openBefore(request, all, basicCompleted) && openBefore(request, left, basicCompleted);
        });
        expect(blocked.map(({ requestId }) => requestId)).toEqual(expected.map(({ requestId }) => requestId));
      }),
    );
  });

  test("nobody stands higher after it, and a STEP is suspended only where it counted before", () => {
    fc.assert(
      fc.property(fc.subarray<StepNumber>([0, 1, 2, 3], { minLength: 1 }), fc.nat({ max: 3 }), (completed, at) => {
        const step = completed[at % completed.length] ?? 0;
        const { standing, suspended } = consequencesOf(facts(step, { completedSteps: completed }));
        expect(standing.after.step ?? -1).toBeLessThanOrEqual(standing.before.step ?? -1);
        expect(suspended).not.toContain(step);
        expect(suspended.every((each) => completed.includes(each) && each > (standing.after.step ?? 0))).toBe(true);
      }),
    );
  });

  test("two revoked and both lifted, in whichever order: as it was", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray<StepNumber>([0, 1, 2, 3], { minLength: 2, maxLength: 2 }),
        fc.boolean(),
        (two, turned) => {
          const all: StepNumber[] = [0, 1, 2, 3];
          const without = (...steps: StepNumber[]) => all.filter((each) => !steps.includes(each));
          const [one = 0, other = 1] = two;
          const second = consequencesOf(facts(other, { completedSteps: without(one) }));
          const [first, last] = turned ? [one, other] : [other, one];
          const lifted = restoredBy(lifting(first, without(one, other)));
          expect(lifted.standing.before).toEqual(second.standing.after);
          expect(restoredBy(lifting(last, without(last))).standing).toEqual({
            before: lifted.standing.after,
            after: { step: 3, proficiency: "independent" },
          });
        },
      ),
    );
  });
});
