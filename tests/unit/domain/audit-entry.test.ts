import { describe, expect, test } from "vitest";
import { entryOf, idsIn, type NamesFound, type WrittenEvent } from "@/lib/domain/audit-entry";

const [MISAKI, SHIN, SOC, ENROLMENT, RECORD] = ["1", "2", "3", "4", "5"].map(
  (end) => `01935000-0000-7000-8000-00000000000${end}`,
) as [string, string, string, string, string];

const NAMES: NamesFound = {
  people: new Map([
    [MISAKI, { name: "佐藤 美咲", latinName: "Misaki Sato" }],
    [SHIN, { name: "中村 慎", latinName: "Shin Nakamura" }],
  ]),
  teams: new Map([[SOC, { nameJa: "監視チーム", nameEn: "SOC" }]]),
  enrolments: new Map([[ENROLMENT, { roleGroupCode: "forensics" }]]),
};

const written = (change: Partial<WrittenEvent> = {}): WrittenEvent => ({
  seq: 7,
  at: new Date("2026-11-20T05:00:00Z"),
  actor: SHIN,
  action: "CapacityGranted",
  subject: MISAKI,
  body: "{}",
  hash: "00",
  ...change,
});
const detailsOf = (body: object) => entryOf(written({ body: JSON.stringify(body) }), NAMES).details;

describe("whom an event is about", () => {
  test.each([
    ["a person", MISAKI, { kind: "person", id: MISAKI, name: "佐藤 美咲", latinName: "Misaki Sato" }],
    ["a team", SOC, { kind: "team", nameJa: "監視チーム", nameEn: "SOC" }],
    ["the system", "system", { kind: "system" }],
    ["something else", RECORD, { kind: "other", id: RECORD }],
    ["what is no id", "policy", { kind: "other", id: "policy" }],
  ])("%s", (_what, subject, party) => {
    expect(entryOf(written({ subject }), NAMES).subject).toEqual(party);
  });

  test("oneself", () => {
    expect(entryOf(written({ subject: SHIN }), NAMES).isOwn).toBe(true);
    expect(entryOf(written(), NAMES).isOwn).toBe(false);
  });
});

describe("what of a body is told in words", () => {
  test.each([
    ["nothing", {}, []],
    ["the STEP", { step: 2 }, [{ kind: "step", step: 2 }]],
    [
      "several STEPs",
      { steps: [0, 1] },
      [
        { kind: "step", step: 0 },
        { kind: "step", step: 1 },
      ],
    ],
    ["the role group by its enrolment", { enrolmentId: ENROLMENT }, [{ kind: "roleGroup", code: "forensics" }]],
    ["the same role group once", { enrolmentIds: [ENROLMENT, ENROLMENT] }, [{ kind: "roleGroup", code: "forensics" }]],
    [
      "the role group by its code, not twice",
      { roleGroupCode: "forensics", enrolmentIds: [ENROLMENT] },
      [{ kind: "roleGroup", code: "forensics" }],
    ],
    ["an enrolment that is gone", { enrolmentId: RECORD }, []],
    ["the criterion", { criterionCode: "g1.s1.x" }, [{ kind: "criterion", code: "g1.s1.x" }]],
    [
      "capacity and team",
      { capacity: "manager", teamId: SOC },
      [
        { kind: "capacity", code: "manager" },
        { kind: "team", nameJa: "監視チーム", nameEn: "SOC" },
      ],
    ],
    [
      "nothing of what has the wrong type",
      { step: "2", capacity: 1, criterionCode: null, teamId: 5, enrolmentIds: 1 },
      [],
    ],
  ])("%s", (_what, body, details) => {
    expect(detailsOf(body)).toEqual(details);
  });

  test.each(["", "no json", "null", "[]", '"text"', "{"])("a body that cannot be read says nothing: %j", (body) => {
    expect(entryOf(written({ body }), NAMES).details).toEqual([]);
  });
});

test("ids to look up are those of people, teams and enrolments, each once", () => {
  const body = JSON.stringify({
    teamId: SOC,
    enrolmentId: ENROLMENT,
    enrolmentIds: [ENROLMENT],
    recordId: RECORD,
    step: 1,
  });
  expect(idsIn([written({ body }), written({ actor: "system", body: "x" })]).sort()).toEqual([
    MISAKI,
    SHIN,
    SOC,
    ENROLMENT,
  ]);
  expect(idsIn([])).toEqual([]);
});
