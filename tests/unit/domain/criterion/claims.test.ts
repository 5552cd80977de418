import { describe, expect, test } from "vitest";
import type { ClaimFact, ConfirmedFacts } from "@/lib/domain/facts";
import type { NotCountedReason } from "@/lib/domain/progress";
import type { CountCondition, CountRule, RecordKind } from "@/lib/domain/rule";
import { CODE, measure, sentBack, shown, verified, waiting, withdrawn } from "@/tests/support/facts";

const DAY = "2026-09-17";
const once = (counts: CountCondition): CountRule => ({ kind: "count", need: 1, unit: "times", counts });
const parts = (...codes: string[]) => codes.map((code) => ({ code }));

/** What one claim of Sato Misaki does for a criterion that asks for one occasion. */
function effect(counts: CountCondition, claim: ClaimFact) {
  const { met, counted, notCounted, waiting: stillWaiting } = measure(once(counts), { claims: [claim] });
  if (met) return counted.length === 1 ? "counted" : "met by nothing";
  return notCounted[0]?.reason ?? (stillWaiting.length === 1 ? "waiting" : "lost");
}

describe("a claim", () => {
  test.each<[string, ClaimFact, "counted" | NotCountedReason]>([
    ["that a mentor verified counts", verified(DAY), "counted"],
    ["that nobody has judged does not", waiting(DAY), "waiting"],
    ["that was sent back does not", sentBack(DAY), "sentBack"],
    ["that was taken back does not", withdrawn(DAY), "withdrawn"],
    ["whose verification confirmed nothing goes on waiting", verified(DAY, { confirmed: null }), "waiting"],
    ["sent back after it had been verified does not", sentBack(DAY, { confirmed: shown() }), "sentBack"],
    ["from before the enrolment counts", verified("2024-05-10"), "counted"],
  ])("%s", (_case, claim, expected) => {
    expect(effect({}, claim)).toBe(expected);
  });

  test("of another criterion is not looked at", () => {
    const other = verified(DAY, { criterionCode: `${CODE}.other` });
    const progress = measure(once({}), { claims: [other] });
    expect(progress).toMatchObject({ met: false, have: 0, counted: [], notCounted: [], waiting: [] });
  });
});

describe("what a record must satisfy, at its bounds", () => {
  const supervised = (supervision: ConfirmedFacts["supervision"]) => verified(DAY, { shows: { supervision } });

  test.each<[string, CountCondition, ClaimFact, "counted" | NotCountedReason]>([
    ["a kind asked for", { kinds: ["report", "incident"] }, verified(DAY), "counted"],
    ["another kind", { kinds: ["meeting"] }, verified(DAY), "kindNotAsked"],
    ["no kinds named: any will do", {}, verified(DAY, { kind: "other" }), "counted"],
    ["alone where alone is asked", { minSupervision: 4 }, supervised(4), "counted"],
    ["checked afterwards where alone is asked", { minSupervision: 4 }, supervised(3), "supervisionTooLow"],
    ["led others where alone is asked", { minSupervision: 4 }, supervised(5), "counted"],
    ["no supervision recorded where alone is asked", { minSupervision: 4 }, supervised(null), "supervisionMissing"],
    ["checked afterwards where at most that is asked", { maxSupervision: 3 }, supervised(3), "counted"],
    ["alone where a mentor should check", { maxSupervision: 3 }, supervised(4), "supervisionTooHigh"],
    ["observed where at most beside is asked", { maxSupervision: 2 }, supervised(1), "counted"],
    [
      "no supervision recorded where a mentor should check",
      { maxSupervision: 3 },
      supervised(null),
      "supervisionMissing",
    ],
    ["no supervision recorded where none is asked", {}, supervised(null), "counted"],
    ["a mentor there", { mentorPresent: true }, verified(DAY), "counted"],
    ["no mentor there", { mentorPresent: true }, verified(DAY, { shows: { mentorPresent: false } }), "mentorAbsent"],
    ["evidence enough", { minEvidence: 2 }, verified(DAY, { evidenceCount: 2 }), "counted"],
    ["evidence one short", { minEvidence: 2 }, verified(DAY, { evidenceCount: 1 }), "evidenceMissing"],
    ["no evidence where none is asked", {}, verified(DAY, { evidenceCount: 0 }), "counted"],
  ])("%s", (_case, counts, claim, expected) => {
    expect(effect(counts, claim)).toBe(expected);
  });

  test("the first reason is told, in the order kind, supervision, mentor, evidence, parts", () => {
    const demanding: CountCondition = {
      kinds: ["incident"],
      minSupervision: 4,
      mentorPresent: true,
      minEvidence: 1,
      parts: parts("diagram"),
    };
    const alone: Partial<ConfirmedFacts> = { supervision: 4, mentorPresent: false };
    const incident = { kind: "incident", evidenceCount: 0 } as const;
    expect(effect(demanding, verified(DAY, { evidenceCount: 0 }))).toBe("kindNotAsked");
    expect(effect(demanding, verified(DAY, incident))).toBe("supervisionTooLow");
    expect(effect(demanding, verified(DAY, { ...incident, shows: alone }))).toBe("mentorAbsent");
    expect(effect(demanding, verified(DAY, { ...incident, shows: { supervision: 4 } }))).toBe("evidenceMissing");
    const proven = { kind: "incident", shows: { supervision: 4 } } as const;
    expect(effect(demanding, verified(DAY, proven))).toBe("partsMissing");
  });

  test("what was confirmed decides, not what was claimed", () => {
    const saidAlone = verified(DAY, { claimed: shown({ supervision: 4 }), confirmed: shown({ supervision: 3 }) });
    const saidBeside = verified(DAY, { claimed: shown({ supervision: 2 }), confirmed: shown({ supervision: 4 }) });
    expect(effect({ minSupervision: 4 }, saidAlone)).toBe("supervisionTooLow");
    expect(effect({ minSupervision: 4 }, saidBeside)).toBe("counted");
  });
});

describe("parts of an occasion", () => {
  const asked = parts("diagram", "review");
  const showing = (...codes: string[]) => verified(DAY, { shows: { parts: codes } });

  test.each<[string, CountCondition, ClaimFact, "counted" | NotCountedReason]>([
    ["all of them, each time", { parts: asked, partsMode: "eachOccasion" }, showing("diagram", "review"), "counted"],
    ["each time is what holds unless said otherwise", { parts: asked }, showing("diagram"), "partsMissing"],
    ["other parts do not help", { parts: asked }, showing("diagram", "strategy"), "partsMissing"],
    ["one of them is enough in total", { parts: asked, partsMode: "inTotal" }, showing("review"), "counted"],
    ["none of them is not, in total", { parts: asked, partsMode: "inTotal" }, showing("strategy"), "partsMissing"],
    ["no parts asked, in total", { parts: [], partsMode: "inTotal" }, showing(), "counted"],
    ["no parts asked, each time", { parts: [], partsMode: "eachOccasion" }, showing(), "counted"],
  ])("%s", (_case, counts, claim, expected) => {
    expect(effect(counts, claim)).toBe(expected);
  });

  test("the missing ones are named", () => {
    const { notCounted } = measure(once({ parts: parts("diagram", "review", "strategy") }), {
      claims: [showing("review")],
    });
    expect(notCounted).toEqual([{ claimId: DAY, reason: "partsMissing", missing: ["diagram", "strategy"] }]);
  });

  test("the organisation chooses how they are counted (A61)", () => {
    const counts: CountCondition = { parts: asked, partsMode: { param: "g1.s2.triage.countEach" } };
    const claims = [showing("diagram")];
    const met = (value: string) => measure(once(counts), { claims, policy: { "g1.s2.triage.countEach": value } }).met;
    expect(met("eachOccasion")).toBe(false);
    expect(met("inTotal")).toBe(true);
  });
});

describe("no occasion: exercises stand in for incidents (product rule 10)", () => {
  const counts = (fallback: boolean): CountCondition => ({
    kinds: ["incident"],
    exercisesCount: { default: fallback },
  });
  const effectOf = (kind: RecordKind, fallback: boolean, value?: boolean) => {
    const policy = value === undefined ? {} : { [`${CODE}.exercisesCount`]: value };
    const { met, notCounted } = measure(once(counts(fallback)), { claims: [verified(DAY, { kind })], policy });
    return met ? "counted" : notCounted[0]?.reason;
  };

  test.each<[RecordKind, boolean, boolean | undefined, string]>([
    ["exercise", true, undefined, "counted"],
    ["drillCase", true, undefined, "counted"],
    ["exercise", false, undefined, "exerciseNotCounted"],
    ["drillCase", false, undefined, "exerciseNotCounted"],
    ["exercise", true, false, "exerciseNotCounted"],
    ["exercise", false, true, "counted"],
    ["incident", false, undefined, "counted"],
    ["incident", true, false, "counted"],
    ["report", true, true, "kindNotAsked"],
  ])("%s, by default %s, by policy %s: %s", (kind, fallback, value, expected) => {
    expect(effectOf(kind, fallback, value)).toBe(expected);
  });

  test("where the rule does not speak of exercises, the kinds alone decide", () => {
    expect(effect({ kinds: ["incident"] }, verified(DAY, { kind: "exercise" }))).toBe("kindNotAsked");
    expect(effect({ kinds: ["incident", "exercise"] }, verified(DAY, { kind: "exercise" }))).toBe("counted");
  });
});

describe("distinct incidents", () => {
  const three: CountRule = { kind: "count", need: 3, unit: "times", counts: { distinctIncidents: true } };
  const about = (day: string, incidentRef: string | null, claimId = day) => verified(day, { incidentRef, claimId });

  test("two records of one incident count once, and the earliest counts", () => {
    const claims = [about("2026-09-17", "INC-12"), about("2026-06-11", "INC-12"), about("2026-10-01", "INC-13")];
    const progress = measure(three, { claims });
    expect(progress.counted).toEqual(["2026-06-11", "2026-10-01"]);
    expect(progress.notCounted).toEqual([{ claimId: "2026-09-17", reason: "sameIncident" }]);
  });

  test.each([
    ["spaces around it", " INC-12 "],
    ["small letters", "inc-12"],
    ["full-width letters", "ＩＮＣ－１２"],
  ])("a reference is the same with %s", (_case, other) => {
    const progress = measure(three, { claims: [about("2026-06-11", "INC-12"), about("2026-09-17", other)] });
    expect(progress.have).toBe(1);
  });

  test.each([
    ["no reference", null],
    ["an empty one", ""],
    ["nothing but spaces", "  "],
  ])("records with %s are each an occasion of their own", (_case, ref) => {
    const claims = [about("2026-06-11", ref), about("2026-09-17", ref), about("2026-10-01", ref)];
    expect(measure(three, { claims })).toMatchObject({ have: 3, met: true });
  });

  test("on one day the smaller id counts, whatever order they came in", () => {
    const claims = [about(DAY, "INC-12", "b"), about(DAY, "INC-12", "a")];
    expect(measure(three, { claims }).counted).toEqual(["a"]);
    expect(measure(three, { claims: [...claims].reverse() }).counted).toEqual(["a"]);
  });

  test("a record that does not count anyway does not stand in the way of a later one", () => {
    const alone: CountCondition = { distinctIncidents: true, minSupervision: 4 };
    const claims = [
      verified("2026-06-11", { incidentRef: "INC-12", shows: { supervision: 2 } }),
      verified("2026-09-17", { incidentRef: "INC-12", shows: { supervision: 4 } }),
    ];
    expect(measure(once(alone), { claims }).counted).toEqual(["2026-09-17"]);
  });

  test("where they are not asked to be distinct, every record counts", () => {
    const rule: CountRule = { ...three, counts: {} };
    const claims = [about("2026-06-11", "INC-12"), about("2026-09-17", "INC-12"), about("2026-10-01", "INC-12")];
    expect(measure(rule, { claims }).have).toBe(3);
  });

  test("a waiting record of an incident that counts already is no prospect", () => {
    const claims = [about("2026-06-11", "INC-12"), waiting("2026-09-17", { incidentRef: "inc-12" })];
    const progress = measure(three, { claims });
    expect(progress.waiting).toEqual(["2026-09-17"]);
    expect(progress.next).toEqual({ act: "record", remaining: 2 });
  });
});
