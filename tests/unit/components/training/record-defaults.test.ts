import { describe, expect, test } from "vitest";
import type { ClaimChoice } from "@/components/training/claim-choices";
import { defaultsFor, valuesOf } from "@/components/training/record-form/defaults";
import { aDraft, claimOn, INCIDENT_DIRECTION, SOLO_DUTY } from "@/tests/support/drafts";

const TODAY = "2026-11-20";
const REPORT = "liaison:g1.s1.monthly-report";
const DUTY = "soc:g3.s2.solo-duty";
const choice = (key: string, kinds: ClaimChoice["kinds"]) => ({ key, kinds }) as ClaimChoice;
const ground = {
  today: TODAY,
  choices: [choice(REPORT, ["report"]), choice(DUTY, ["alertJudgement", "analysis"])],
  draft: null,
  lastKind: "analysis" as const,
  lastClaims: [
    { kind: "analysis" as const, claims: [DUTY] },
    { kind: "report" as const, claims: [REPORT] },
  ],
};

describe("what the form of a new record begins with", () => {
  test("today, the last kind, and what was ticked with it", () => {
    expect(defaultsFor({}, ground)).toEqual({
      happenedOn: [TODAY],
      periodCovered: ["2026-11"],
      tlp: ["AMBER"],
      kind: ["analysis"],
      "claims[]": [DUTY],
    });
  });

  test("nothing chosen where nothing was logged before", () => {
    const first = defaultsFor({}, { ...ground, lastKind: null, lastClaims: [] });
    expect(first).toMatchObject({ "claims[]": [] });
    expect(first).not.toHaveProperty("kind");
  });

  test("from a criterion: ticked alone, with the kind used for it last, for the month that was asked", () => {
    expect(defaultsFor({ criterion: REPORT, month: "2026-10" }, ground)).toMatchObject({
      kind: ["report"],
      "claims[]": [REPORT],
      periodCovered: ["2026-10"],
    });
  });

  test("from a criterion never logged for: the first kind that serves it", () => {
    expect(defaultsFor({ criterion: DUTY }, { ...ground, lastClaims: [] })).toMatchObject({
      kind: ["alertJudgement"],
      "claims[]": [DUTY],
    });
  });

  test("a criterion that is not among the choices is left aside", () => {
    expect(defaultsFor({ criterion: "ended:g9" }, ground)).toMatchObject({ "claims[]": [DUTY] });
  });

  const earlier = aDraft({ happenedOn: "2026-11-01", supervision: 4, tlp: "GREEN", claims: [claimOn(SOLO_DUTY)] });

  test("copied: kind, criteria and supervision; neither day nor text", () => {
    const copied = defaultsFor({ copied: earlier }, ground);
    expect(copied).toMatchObject({
      happenedOn: [TODAY],
      kind: ["alertJudgement"],
      "claims[]": [DUTY],
      supervision: ["4"],
      tlp: ["GREEN"],
    });
    expect(copied).not.toHaveProperty("title");
    expect(copied).not.toHaveProperty("did");
  });

  test("after the one just logged: its day as well", () => {
    expect(defaultsFor({ another: earlier }, ground)).toMatchObject({ happenedOn: ["2026-11-01"], "claims[]": [DUTY] });
  });

  test("what was typed before stays; what is asked for is laid over it", () => {
    const draft = { title: ["書きかけ"], kind: ["incident"], "claims[]": [], happenedOn: ["2026-11-18"] };
    expect(defaultsFor({}, { ...ground, draft })).toMatchObject(draft);
    expect(defaultsFor({ criterion: REPORT }, { ...ground, draft })).toMatchObject({
      title: ["書きかけ"],
      happenedOn: ["2026-11-18"],
      kind: ["report"],
      "claims[]": [REPORT],
    });
  });
});

test("a record as its form holds it", () => {
  const record = aDraft({
    judged: 3,
    right: 0,
    evidence: [
      { kind: "link", value: "https://wiki.example/a" },
      { kind: "ticket", value: "SOC-1" },
    ],
    claims: [claimOn(INCIDENT_DIRECTION, ["diagram", "review"])],
  });
  expect(valuesOf(record)).toMatchObject({
    title: [record.title],
    learned: [],
    judged: ["3"],
    right: ["0"],
    evidence: ["https://wiki.example/a\nSOC-1"],
    "claims[]": ["soc:g1.s2.incident-direction"],
    "parts[]": ["soc:g1.s2.incident-direction:diagram", "soc:g1.s2.incident-direction:review"],
  });
});
