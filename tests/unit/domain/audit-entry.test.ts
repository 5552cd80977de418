import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entryOf, idsIn, type NamesFound, type WrittenEvent } from "@/lib/domain/audit-entry";

const [MISAKI, SHIN, SOC, ENROLMENT, RECORD, EVENT, DRILL] = ["1", "2", "3", "4", "5", "6", "7"].map(
  (end) => `01935000-0000-7000-8000-00000000000${end}`,
) as [string, string, string, string, string, string, string];

const NAMES: NamesFound = {
  people: new Map([
    [MISAKI, { name: "佐藤 美咲", latinName: "Misaki Sato" }],
    [SHIN, { name: "中村 慎", latinName: "Shin Nakamura" }],
  ]),
  teams: new Map([[SOC, { nameJa: "監視チーム", nameEn: "SOC" }]]),
  enrolments: new Map([[ENROLMENT, { roleGroupCode: "forensics" }]]),
  occasions: new Map([
    [EVENT, { kind: "event", of: "incident", on: "2026-11-18" }],
    [DRILL, { kind: "drill", of: "drillCase", on: "2026-12-01" }],
  ]),
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
    ["a shared event, by kind and day", EVENT, { kind: "event", id: EVENT, of: "incident", on: "2026-11-18" }],
    ["a drill, by kind and day", DRILL, { kind: "drill", id: DRILL, of: "drillCase", on: "2026-12-01" }],
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
      "the shared event that it came of",
      { eventId: EVENT },
      [{ kind: "event", id: EVENT, of: "incident", on: "2026-11-18" }],
    ],
    ["a shared event that is gone", { eventId: RECORD }, []],
    [
      "nothing of what has the wrong type",
      { step: "2", capacity: 1, criterionCode: null, teamId: 5, enrolmentIds: 1, eventId: 7 },
      [],
    ],
  ])("%s", (_what, body, details) => {
    expect(detailsOf(body)).toEqual(details);
  });

  test.each(["", "no json", "null", "[]", '"text"', "{"])("a body that cannot be read says nothing: %j", (body) => {
    expect(entryOf(written({ body }), NAMES).details).toEqual([]);
  });
});

test("an event about a shared event does not name it twice", () => {
  const entry = entryOf(written({ subject: EVENT, body: JSON.stringify({ eventId: EVENT }) }), NAMES);
  expect([entry.subject.kind, entry.details]).toEqual(["event", []]);
});

test("ids to look up are those of people, teams, enrolments and shared events, each once", () => {
  const body = JSON.stringify({
    eventId: EVENT,
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
    EVENT,
  ]);
  expect(idsIn([])).toEqual([]);
});

describe("an entry", () => {
  test("keeps number, time, action and hash, and drops the body's text", () => {
    const body = JSON.stringify({ note: "何か書いてある", step: 1 });
    const entry = entryOf(written({ seq: 12, action: "StepSignedOff", body, hash: "ab" }), NAMES);
    expect(entry).toEqual({
      seq: 12,
      at: new Date("2026-11-20T05:00:00Z"),
      action: "StepSignedOff",
      hash: "ab",
      actor: { kind: "person", id: SHIN, name: "中村 慎", latinName: "Shin Nakamura" },
      subject: { kind: "person", id: MISAKI, name: "佐藤 美咲", latinName: "Misaki Sato" },
      isOwn: false,
      details: [{ kind: "step", step: 1 }],
    });
    expect(JSON.stringify(entry)).not.toContain("何か");
  });

  test.each([
    ["the system on itself", "system", "system", true],
    ["the system on a person", "system", MISAKI, false],
    ["a person on themselves", MISAKI, MISAKI, true],
  ])("%s", (_who, actor, subject, isOwn) => {
    expect(entryOf(written({ actor, subject }), NAMES).isOwn).toBe(isOwn);
  });

  test("basic education is a role group without a code, and is not another's", () => {
    const basic = { ...NAMES, enrolments: new Map([...NAMES.enrolments, [RECORD, { roleGroupCode: null }]]) };
    const body = JSON.stringify({ enrolmentIds: [RECORD, ENROLMENT] });
    expect(entryOf(written({ body }), basic).details).toEqual([
      { kind: "roleGroup", code: null },
      { kind: "roleGroup", code: "forensics" },
    ]);
  });

  test("role group, STEP, criterion, capacity, team: always told in this order", () => {
    const fields = {
      teamId: SOC,
      capacity: "mentor",
      criterionCode: "c",
      steps: [2],
      step: 1,
      roleGroupCode: "forensics",
    };
    expect(detailsOf(fields).map(({ kind }) => kind)).toEqual([
      "roleGroup",
      "step",
      "step",
      "criterion",
      "capacity",
      "team",
    ]);
  });
});

describe("whatever a body holds", () => {
  const anId = fc.constantFrom(MISAKI, SHIN, SOC, ENROLMENT, RECORD, EVENT, DRILL, "policy", "");
  const aBody = fc.record(
    {
      teamId: fc.oneof(anId, fc.integer()),
      eventId: fc.oneof(anId, fc.integer()),
      enrolmentId: fc.oneof(anId, fc.constant(null)),
      enrolmentIds: fc.oneof(fc.array(anId, { maxLength: 3 }), anId),
      step: fc.oneof(fc.nat({ max: 3 }), fc.string()),
      other: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  const anEvent = fc.record({ actor: anId, subject: anId, body: aBody });
  const asWritten = ({ actor, subject, body }: { actor: string; subject: string; body: object }) =>
    written({ actor, subject, body: JSON.stringify(body) });

  test("what was looked up is enough: an entry says the same as with all the names there are", () => {
    fc.assert(
      fc.property(anEvent, (event) => {
        const looked = new Set(idsIn([asWritten(event)]));
        const only = <V>(names: ReadonlyMap<string, V>) => new Map([...names].filter(([id]) => looked.has(id)));
        const found = {
          people: only(NAMES.people),
          teams: only(NAMES.teams),
          enrolments: only(NAMES.enrolments),
          occasions: only(NAMES.occasions),
        };
        expect(entryOf(asWritten(event), found)).toEqual(entryOf(asWritten(event), NAMES));
      }),
    );
  });

  test("every id is looked up once, and nothing that is none", () => {
    fc.assert(
      fc.property(fc.array(anEvent, { maxLength: 5 }), (events) => {
        const ids = idsIn(events.map(asWritten));
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.every((id) => [MISAKI, SHIN, SOC, ENROLMENT, RECORD, EVENT, DRILL].includes(id))).toBe(true);
      }),
    );
  });

  test("no text at all makes it fail", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
        expect(entryOf(written({ body }), NAMES).seq).toBe(7);
        expect(idsIn([written({ body })])).toContain(MISAKI);
      }),
    );
  });
});
