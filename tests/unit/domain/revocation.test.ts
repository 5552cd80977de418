import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/access";
import type { StepNumber } from "@/lib/domain/proficiency";
import {
  consequencesOf,
  type ReinstatementFacts,
  type RevocationFacts,
  reinstate,
  restoredBy,
  revoke,
} from "@/lib/domain/revocation";
import { standingOf } from "@/lib/domain/standing";
import { NOBODY } from "@/tests/support/nobody";

const enrolment = {
  enrolmentId: "liaison of misaki",
  traineeId: "misaki",
  roleGroupCode: "liaison-coordination",
  team: { teamId: "soc", ancestorIds: ["soc", "hq"] },
} as const;
const makoto: Actor = { ...NOBODY, id: "makoto", managedTeamIds: ["hq"] };
const kenichi: Actor = {
  ...NOBODY,
  id: "kenichi",
  mentorships: [{ roleGroupCode: "liaison-coordination", teamId: "soc" }],
};
const earlier = { byId: "makoto", by: "渡辺 誠", byLatin: "Makoto Watanabe", on: "2026-11-20", time: "14:02" };
const { byId: _, ...told } = earlier;

const revoking = (step: StepNumber) => ({ completionId: `step ${step}`, by: "signOff", step }) as const;
const mentorship = { mentorshipId: "as liaison", roleGroupCode: "liaison-coordination" } as const;

/** Everything up to STEP3 signed off; Misaki mentors others by that, and waits for nothing. */
const facts = (wish: Partial<RevocationFacts> = {}): RevocationFacts => ({
  enrolment,
  completion: revoking(1),
  revoked: null,
  completedSteps: [0, 1, 2, 3],
  basicCompleted: true,
  requests: [],
  mentorships: [mentorship],
  held: 2,
  independentThere: 3,
  frozen: 5,
  given: 7,
  ...wish,
});
const request = (wish: Partial<RevocationFacts["requests"][number]> = {}) => ({
  requestId: "asked",
  enrolmentId: enrolment.enrolmentId,
  roleGroupCode: enrolment.roleGroupCode,
  step: 3 as StepNumber,
  completedSteps: [0, 1, 2] as StepNumber[],
  ...wish,
});

describe("what revoking STEP1 of an independent person does", () => {
  const consequences = consequencesOf(facts());

  test("she is in training again; STEP2 and 3 do not count, and their rows stay", () => {
    expect(consequences.standing).toEqual({
      before: { step: 3, proficiency: "independent" },
      after: { step: 0, proficiency: null },
    });
    expect(consequences.suspended).toEqual([2, 3]);
  });

  test("her mentorship by proficiency ends, what she held goes back, one independent person less", () => {
    expect(consequences).toMatchObject({
      mentorships: ["as liaison"],
      released: 2,
      independent: { before: 3, after: 2 },
    });
  });

  test("five claims can be corrected again; what she signed for others stands", () => {
    expect(consequences).toMatchObject({ unfrozen: 5, given: 7 });
  });
});

describe("what does not rest on it", () => {
  test("a mentorship in another role group, or of somebody who was not independent", () => {
    const forensics = { mentorshipId: "forensics", roleGroupCode: "forensics" } as const;
    expect(consequencesOf(facts({ mentorships: [forensics] }))).toMatchObject({ mentorships: [], released: 0 });
    const apprentice = consequencesOf(facts({ completedSteps: [0, 1, 2], completion: revoking(2) }));
    expect(apprentice).toMatchObject({ mentorships: [], released: 0, independent: null, suspended: [] });
  });

  test("common education below a STEP1 that stands changes nothing but its claims", () => {
    const consequences = consequencesOf(facts({ completion: revoking(0) }));
    expect(consequences.standing.after).toEqual(consequences.standing.before);
    expect(consequences).toMatchObject({ suspended: [], mentorships: [], independent: null });
  });

  test("STEP3 behind a gap already: revoking it takes nothing more", () => {
    const consequences = consequencesOf(facts({ completedSteps: [0, 1, 3], completion: revoking(3) }));
    expect(consequences).toMatchObject({ suspended: [], mentorships: [], independent: null });
  });
});

describe("requests that wait", () => {
  test("of a later STEP are held up", () => {
    const consequences = consequencesOf(facts({ completedSteps: [0, 1, 2], requests: [request()] }));
    expect(consequences.blocked).toEqual([{ requestId: "asked", roleGroupCode: "liaison-coordination", step: 3 }]);
  });

  test("that could not be signed before, and those of another enrolment, are not named", () => {
    const gap = request({ completedSteps: [0, 2] });
    expect(consequencesOf(facts({ completedSteps: [0, 2], completion: revoking(2), requests: [gap] })).blocked).toEqual(
      [],
    );
    const other = request({ enrolmentId: "other", roleGroupCode: "forensics" });
    expect(consequencesOf(facts({ requests: [other] })).blocked).toEqual([]);
  });

  test("basic education holds up STEP1 of every role group, and no STEP above it", () => {
    const basic = { ...enrolment, enrolmentId: "basic", roleGroupCode: null };
    const first = request({ requestId: "first", step: 1, completedSteps: [0] });
    const third = request({ requestId: "third" });
    const world = facts({ enrolment: basic, completion: revoking(0), completedSteps: [0], requests: [first, third] });
    expect(consequencesOf(world).blocked.map(({ requestId }) => requestId)).toEqual(["first"]);
    expect(consequencesOf(world).standing.after).toEqual({ step: null, proficiency: null });
  });
});

describe("who revokes", () => {
  const refused = (code: string, more = {}) => ({ ok: false, refusal: { code, ...more } });

  test("a manager of the team or above, with the page they saw", () => {
    expect(revoke(facts(), true, makoto)).toEqual({ ok: true, value: consequencesOf(facts()) });
  });

  test.each<[string, RevocationFacts | null, boolean, Actor, object]>([
    ["nobody there", null, true, makoto, refused("NotFound")],
    ["a mentor", facts(), true, kenichi, refused("NotFound")],
    ["one's own", facts(), true, { ...makoto, id: "misaki" }, refused("OwnRevocation")],
    ["revoked before", facts({ revoked: earlier }), true, makoto, refused("AlreadyRevoked", told)],
    ["another state than the page showed", facts(), false, makoto, refused("ConsequencesChanged")],
  ])("refused: %s", (_case, given, isCurrent, actor, refusal) => {
    expect(revoke(given, isCurrent, actor)).toEqual(refusal);
  });
});

const lifting = (wish: Partial<ReinstatementFacts> = {}): ReinstatementFacts => ({
  enrolment,
  completion: revoking(1),
  reinstated: null,
  completedSteps: [0, 2, 3],
  requestWaits: false,
  endedMentorships: ["as liaison"],
  ...wish,
});

describe("reinstating", () => {
  const refused = (code: string, more = {}) => ({ ok: false, refusal: { code, ...more } });

  test("STEP1 closes the gap: STEP2 and 3 count again, the mentorship is named and not restored", () => {
    expect(reinstate(lifting(), true, makoto)).toEqual({
      ok: true,
      value: {
        standing: { before: { step: 0, proficiency: null }, after: { step: 3, proficiency: "independent" } },
        resumed: [2, 3],
        toAppoint: ["as liaison"],
      },
    });
  });

  test.each<[string, ReinstatementFacts | null, boolean, Actor, object]>([
    ["nobody there", null, true, makoto, refused("NotFound")],
    ["a mentor", lifting(), true, kenichi, refused("NotFound")],
    ["one's own", lifting(), true, { ...makoto, id: "misaki" }, refused("OwnRevocation")],
    ["lifted before", lifting({ reinstated: earlier }), true, makoto, refused("AlreadyReinstated", told)],
    ["a newer one stands", lifting({ completedSteps: [0, 1] }), true, makoto, refused("NewerSignOffStands")],
    ["a new request waits", lifting({ requestWaits: true }), true, makoto, refused("RequestForStepWaits")],
    ["another state than the page showed", lifting(), false, makoto, refused("ConsequencesChanged")],
  ])("refused: %s", (_case, given, isCurrent, actor, refusal) => {
    expect(reinstate(given, isCurrent, actor)).toEqual(refusal);
  });
});

test("revoking and reinstating leaves the standing as it was, whatever was completed", () => {
  const steps = fc.subarray<StepNumber>([0, 1, 2, 3], { minLength: 1 });
  fc.assert(
    fc.property(steps, fc.nat({ max: 3 }), (completedSteps, at) => {
      const step = completedSteps[at % completedSteps.length] ?? 0;
      const revoked = consequencesOf(facts({ completedSteps, completion: revoking(step) }));
      const left = completedSteps.filter((each) => each !== step);
      const restored = restoredBy(lifting({ completedSteps: left, completion: revoking(step) }));
      expect(restored.standing).toEqual({ before: revoked.standing.after, after: revoked.standing.before });
      expect(restored.resumed).toEqual(revoked.suspended);
      const all = { roleGroupCode: enrolment.roleGroupCode, lastVerifiedOn: null };
      expect(revoked.standing.after.step).toBe(standingOf({ ...all, completedSteps: left }).completedStep);
    }),
  );
});
