import { describe, expect, test } from "vitest";
import { progressOf } from "@/lib/domain/criterion";
import type { CriterionNode } from "@/lib/domain/curriculum";
import type { AttestationFact } from "@/lib/domain/facts";
import { countedClaims, policyUsedBy, restedOn, type StepAsItStood } from "@/lib/domain/rested-on";

const duty: CriterionNode = {
  code: "g3.s2.pair-duty",
  rule: { kind: "count", need: { param: "g3.s2.pairDuty.n" }, unit: "times", counts: {} },
};
const algorithms: CriterionNode = {
  code: "g3.s2.detection-algorithms",
  rule: { kind: "attest", checkpoints: [{ code: "daily" }] },
};
const POLICY = {
  "g3.s2.pairDuty.n": 2,
  "g3.s2.pair-duty.exercisesCount": true,
  "g1.s1.incidentReports.n": 3,
  "platform.holdHours": 48,
};
const calendar = { today: "2026-11-20", fiscalYearStartMonth: 4 };

const verified = (claimId: string, happenedOn: string) => {
  const claimed = { supervision: null, mentorPresent: false, parts: [], judged: null, right: null };
  const record = { recordId: claimId, title: claimId, kind: "report" as const, happenedOn, evidenceCount: 0 };
  const nothing = { periodCovered: null, incidentRef: null, subCase: null, technique: null, readingItem: null };
  return {
    claimId,
    criterionCode: duty.code,
    ...record,
    ...nothing,
    claimed,
    standing: "verified" as const,
    confirmed: claimed,
  };
};
const judged: AttestationFact = {
  criterionCode: algorithms.code,
  checkpoint: "daily",
  judgement: "met",
  supervision: 3,
  judgedOn: "2026-11-02",
};

/** Two duties in October, one judgement in November. */
function asItStood(wish: Partial<StepAsItStood> = {}): StepAsItStood {
  const claims = [verified("duty-2", "2026-10-12"), verified("duty-1", "2026-10-02")];
  const facts = { enrolledOn: "2026-04-01", claims, attestations: [judged], openRemarks: [], leaves: [] };
  const criteria = [duty, algorithms];
  return {
    edition: "digest of the edition",
    wording: "digest of the words",
    openedOn: "2026-06-01",
    policy: POLICY,
    textOf: (code) => ({ title: { ja: `${code}の題`, en: `Title of ${code}` }, text: { ja: "文", en: "Text" } }),
    criteria,
    progress: criteria.map((criterion) => progressOf(criterion, facts, POLICY, calendar)),
    attestations: [judged],
    topics: [],
    ...wish,
  };
}

describe("what a sign-off rested on", () => {
  test("each criterion with its words, rule, numbers, claims and judgements", () => {
    const { items, ...rest } = restedOn(asItStood());
    expect(rest).toMatchObject({
      edition: "digest of the edition",
      wording: "digest of the words",
      openedOn: "2026-06-01",
    });
    expect(items).toEqual([
      {
        code: duty.code,
        title: { ja: "g3.s2.pair-dutyの題", en: "Title of g3.s2.pair-duty" },
        text: { ja: "文", en: "Text" },
        rule: duty.rule,
        have: 2,
        need: 2,
        unit: "times",
        metOn: "2026-10-12",
        counted: ["duty-1", "duty-2"],
        attestations: [],
      },
      expect.objectContaining({
        code: algorithms.code,
        have: 1,
        metOn: "2026-11-02",
        counted: [],
        attestations: [{ checkpoint: "daily", judgement: "met", supervision: 3, judgedOn: "2026-11-02" }],
      }),
    ]);
  });

  test("the topics of an education, each with the day it was learned", () => {
    const { items } = restedOn(
      asItStood({ criteria: [], progress: [], topics: [{ code: "basic.policy", doneOn: "2026-05-01" }] }),
    );
    expect(items).toMatchObject([
      { code: "basic.policy", rule: null, have: 1, need: 1, metOn: "2026-05-01", counted: [] },
    ]);
  });

  test("a criterion that was never measured stands at nothing", () => {
    const { items } = restedOn(asItStood({ progress: [] }));
    expect(items[0]).toMatchObject({ have: 0, need: 0, metOn: null, counted: [] });
  });

  test("every claim that counted, once", () => {
    const rested = restedOn(asItStood());
    expect(countedClaims({ ...rested, items: [...rested.items, ...rested.items] })).toEqual(["duty-1", "duty-2"]);
  });
});

describe("policy values that are kept", () => {
  test("those that the rules name, and those set for one of the criteria", () => {
    expect(policyUsedBy([duty], POLICY)).toEqual({ "g3.s2.pairDuty.n": 2, "g3.s2.pair-duty.exercisesCount": true });
  });

  test("also where a rule names them deep inside", () => {
    const both: CriterionNode = { code: "x", rule: { kind: "allOf", of: [algorithms.rule, duty.rule] } };
    expect(policyUsedBy([both], POLICY)).toEqual({ "g3.s2.pairDuty.n": 2 });
    expect(policyUsedBy([algorithms], POLICY)).toEqual({});
  });
});
