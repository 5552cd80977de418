import { describe, expect, test } from "vitest";
import type { AttestationFact } from "@/lib/domain/facts";
import type { AttestRule } from "@/lib/domain/rule";
import { CODE, judged, measure, sentBack, strip, verified, waiting } from "@/tests/support/facts";

/** Understanding of systems, business and networks (4.1.6.4#1). */
const understands: AttestRule = {
  kind: "attest",
  checkpoints: [{ code: "system" }, { code: "business" }, { code: "network" }],
};

describe("a criterion that a mentor judges", () => {
  test.each([
    ["nothing judged", [], 0, false],
    ["two of three", [judged("system"), judged("network")], 2, false],
    ["all three", [judged("system"), judged("network"), judged("business")], 3, true],
    ["one not yet", [judged("system"), judged("network"), judged("business", "notYet")], 2, false],
    ["a checkpoint of another rule", [judged("system"), judged("network"), judged("policies")], 2, false],
  ])("%s", (_case, attestations, have, met) => {
    const progress = measure(understands, { attestations });
    expect(progress).toMatchObject({ kind: "attest", have, need: 3, unit: "checkpoints", met });
  });

  test("it was met on the day of the last judgement", () => {
    const attestations = [
      judged("system", "met", "2026-06-30"),
      judged("business", "met", "2026-09-02"),
      judged("network", "met", "2026-08-01"),
    ];
    expect(measure(understands, { attestations }).metOn).toBe("2026-09-02");
  });

  test("a judgement for another criterion is not looked at", () => {
    const elsewhere = { ...judged("system"), criterionCode: `${CODE}.other` };
    expect(measure(understands, { attestations: [elsewhere] }).have).toBe(0);
  });

  test("the latest judgement stands, for better and for worse", () => {
    const better = [judged("system", "notYet", "2026-05-01"), judged("system", "met", "2026-06-01")];
    const worse = [judged("system", "notYet", "2026-06-01"), judged("system", "met", "2026-05-01")];
    expect(measure(understands, { attestations: better }).have).toBe(1);
    expect(measure(understands, { attestations: worse }).have).toBe(0);
  });

  test("of two judgements on one day the less favourable stands, in whatever order they came", () => {
    const same = [judged("system", "met", "2026-06-01"), judged("system", "notYet", "2026-06-01")];
    expect(measure(understands, { attestations: same }).have).toBe(0);
    expect(measure(understands, { attestations: [...same].reverse() }).have).toBe(0);
  });

  test("the strip has a cell for each checkpoint, with the day it was judged", () => {
    const attestations = [judged("system"), judged("network", "notYet", "2026-07-01")];
    expect(measure(understands, { attestations }).slots).toEqual([
      { state: "verified", code: "system", day: "2026-06-30" },
      { state: "open", code: "business" },
      { state: "open", code: "network", day: "2026-07-01" },
    ]);
  });

  test("next: ask for the judgement of what is open", () => {
    expect(measure(understands, { attestations: [judged("system")] }).next).toEqual({
      act: "askJudgement",
      checkpoints: ["business", "network"],
    });
    const all = ["system", "business", "network"].map((code) => judged(code));
    expect(measure(understands, { attestations: all }).next).toEqual({ act: "none" });
  });

  test("without checkpoints it is never met", () => {
    expect(measure({ kind: "attest", checkpoints: [] })).toMatchObject({ met: false, next: { act: "none" } });
  });

  test("records support the judgement and do not decide it", () => {
    const claims = [verified("2026-06-01"), waiting("2026-06-02"), sentBack("2026-06-03")];
    const progress = measure(understands, { claims });
    expect(progress).toMatchObject({ have: 0, met: false, counted: ["2026-06-01"], waiting: ["2026-06-02"] });
    expect(progress.notCounted).toEqual([{ claimId: "2026-06-03", reason: "sentBack" }]);
  });
});

describe("where the source says how independently", () => {
  const alone: AttestRule = { kind: "attest", checkpoints: [{ code: "whole" }] };
  const at = (supervision: AttestationFact["supervision"], mode?: string) =>
    measure(alone, { attestations: [judged("whole", "met", "2026-06-30", supervision)], ...(mode && { mode }) });

  test.each([
    ["doAlone", 3, false],
    ["doAlone", 4, true],
    ["doAlone", 5, true],
    ["doWithMentor", 1, false],
    ["doWithMentor", 2, true],
    ["assistMentor", 1, false],
    ["explain", 1, true],
    [undefined, 1, true],
  ] as const)("%s shown at %i: %s", (mode, supervision, met) => {
    expect(at(supervision, mode)).toMatchObject({ met, have: Number(met) });
  });
  test("one that falls short is asked for again", () => {
    expect(at(3, "doAlone").next).toEqual({ act: "askJudgement", checkpoints: ["whole"] });
  });
  test("what was judged before the level was asked for stands", () => {
    expect(at(null, "doAlone").met).toBe(true);
  });
});

describe("no occasion (A70)", () => {
  const revises: AttestRule = { kind: "attest", checkpoints: [{ code: "proposal" }] };

  test("is enough where the source's text is conditional", () => {
    const progress = measure({ ...revises, conditional: true }, { attestations: [judged("proposal", "noOccasion")] });
    expect(progress).toMatchObject({ have: 1, met: true, metOn: "2026-06-30" });
    expect(strip(progress.slots)).toBe("noOccasion");
  });

  test("where no occasion arose, no work is asked for either; where one did, it is (4.7.7.4#2)", () => {
    const withWork: AttestRule = { ...revises, conditional: true, parts: [{ code: "amendment" }] };
    expect(measure(withWork, { attestations: [judged("proposal", "noOccasion")] }).met).toBe(true);
    expect(measure(withWork, { attestations: [judged("proposal", "met")] }).met).toBe(false);
  });

  test("is not enough elsewhere", () => {
    const progress = measure(revises, { attestations: [judged("proposal", "noOccasion")] });
    expect(progress).toMatchObject({ have: 0, met: false });
    expect(strip(progress.slots)).toBe("open");
  });
});

describe("checkpoints from a list of the organisation (g5.frequentIncidents)", () => {
  const rule: AttestRule = { kind: "attest", checkpoints: { fromList: "g5.frequentIncidents" } };
  const policy = { "g5.frequentIncidents": [{ code: "phishing" }, { code: "malware" }] };

  test("one for each entry", () => {
    expect(measure(rule, { attestations: [judged("phishing")], policy })).toMatchObject({
      have: 1,
      need: 2,
      met: false,
    });
    const both = [judged("phishing"), judged("malware")];
    expect(measure(rule, { attestations: both, policy }).met).toBe(true);
  });

  test.each([[{}], [{ "g5.frequentIncidents": [] }]])("an empty list is never met, and says who sets it", (empty) => {
    const progress = measure(rule, { attestations: [judged("phishing")], policy: empty });
    expect(progress).toMatchObject({ have: 0, need: 0, met: false });
    expect(progress.next).toEqual({ act: "organisationSetsList", param: "g5.frequentIncidents" });
  });
});

describe("judged, with work that must be shown (4.7.7.4#3)", () => {
  const rule: AttestRule = {
    kind: "attest",
    checkpoints: [{ code: "whole" }],
    parts: [{ code: "draft" }, { code: "introduction" }],
  };
  const showing = (day: string, ...parts: string[]) => verified(day, { shows: { parts } });

  test("the judgement alone is not enough, nor the work alone", () => {
    const work = [showing("2026-06-01", "draft", "introduction")];
    expect(measure(rule, { attestations: [judged("whole")] }).met).toBe(false);
    expect(measure(rule, { claims: work }).met).toBe(false);
    const both = measure(rule, { claims: work, attestations: [judged("whole")] });
    expect(both).toMatchObject({ met: true, metOn: "2026-06-30", combine: "all" });
  });

  test("the parts may be shown on different days", () => {
    const claims = [showing("2026-06-01", "draft"), showing("2026-08-01", "introduction")];
    const progress = measure(rule, { claims, attestations: [judged("whole")] });
    expect(progress).toMatchObject({ met: true, metOn: "2026-08-01", counted: ["2026-06-01", "2026-08-01"] });
  });

  test("it is a tree of two, and its headline is the judgement", () => {
    const claims = [showing("2026-06-01", "draft"), showing("2026-06-02")];
    const progress = measure(rule, { claims });
    expect(progress).toMatchObject({ have: 0, need: 1, unit: "checkpoints" });
    expect(progress.parts.map(({ label, have, need, unit }) => ({ label, have, need, unit }))).toEqual([
      { label: "checkpoints", have: 0, need: 1, unit: "checkpoints" },
      { label: "parts", have: 1, need: 2, unit: "items" },
    ]);
    expect(progress.notCounted).toEqual([
      { claimId: "2026-06-02", reason: "partsMissing", missing: ["draft", "introduction"] },
    ]);
  });

  test("the strip of the parts", () => {
    const asked = waiting("2026-06-02", { shows: { parts: ["introduction"] } });
    const [, parts] = measure(rule, { claims: [showing("2026-06-01", "draft"), asked] }).parts;
    expect(parts?.slots).toEqual([
      { state: "verified", code: "draft", day: "2026-06-01", claimId: "2026-06-01" },
      { state: "waiting", code: "introduction", day: "2026-06-02", claimId: "2026-06-02" },
    ]);
    expect(parts?.met).toBe(false);
  });

  test.each([
    ["log the missing work before asking", [showing("2026-06-01", "draft")], { act: "record", remaining: 1 }],
    [
      "all work shown: ask for the judgement",
      [showing("2026-06-01", "draft", "introduction")],
      { act: "askJudgement", checkpoints: ["whole"] },
    ],
    [
      "while the work waits, the judgement can be asked for",
      [waiting("2026-06-01", { shows: { parts: ["draft", "introduction"] } })],
      { act: "askJudgement", checkpoints: ["whole"] },
    ],
    ["what was sent back comes first", [sentBack("2026-06-01")], { act: "correct", claimId: "2026-06-01" }],
  ])("next: %s", (_case, claims, next) => {
    expect(measure(rule, { claims }).next).toEqual(next);
  });

  test("judged already, the work waits: wait", () => {
    const claims = [waiting("2026-06-01", { shows: { parts: ["draft", "introduction"] } })];
    expect(measure(rule, { claims, attestations: [judged("whole")] }).next).toEqual({
      act: "awaitVerification",
      waiting: 1,
    });
  });
});
