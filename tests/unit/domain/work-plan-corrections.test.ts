import { describe, expect, test } from "vitest";
import type { OwnClaim, OwnRecord } from "@/lib/domain/correction";
import type { ReadLine, WorkEntry } from "@/lib/domain/work-line";
import { planWork, type StandingItem, type WorkWorld } from "@/lib/domain/work-plan";
import { ALERT_ACCURACY, aDraft, aLogContext, claimOn, EVIDENCED, SOLO_DUTY } from "@/tests/support/drafts";
import { aMapping, aTicketMapping } from "@/tests/support/work-mappings";

/** Files that come again, over records that were verified, frozen, taken back or corrected meanwhile. */

const world = (wish: Partial<WorkWorld> = {}): WorkWorld => ({
  mapping: aMapping(),
  evidence: { kind: "ticket", value: "SOC SHA-256:new" },
  analysts: new Map([
    ["suzuki", "ren"],
    ["sato", "misaki"],
  ]),
  people: new Map(
    ["ren", "misaki"].map((id) => [
      id,
      { context: aLogContext([ALERT_ACCURACY, SOLO_DUTY, EVIDENCED]), isYours: true },
    ]),
  ),
  items: [],
  records: new Map(),
  policyOf: () => ({}),
  ...wish,
});
const line = (externalId: string, wish: Partial<WorkEntry> = {}): ReadLine => {
  const alert = { externalId, analyst: "suzuki", happenedOn: "2026-11-10", title: null };
  return {
    row: 2,
    subject: externalId,
    outcome: "read",
    entry: { row: 2, ...alert, verdict: true, finalVerdict: true, ...wish },
  };
};
const item = (externalId: string, recordId: string, wish: Partial<StandingItem> = {}): StandingItem => ({
  itemId: `${recordId} ${externalId}`,
  recordId,
  personId: "ren",
  externalId,
  happenedOn: "2026-11-10",
  verdict: true,
  finalVerdict: true,
  ...wish,
});
const claim = (criterionCode: string, wish: Partial<OwnClaim> = {}): OwnClaim => ({
  claimId: `claim on ${criterionCode}`,
  enrolmentId: "soc",
  criterionCode,
  withdrawn: false,
  frozen: false,
  everVerified: false,
  ...wish,
});
const record = (recordId: string, wish: Partial<OwnRecord> = {}): [string, OwnRecord] => [
  recordId,
  {
    recordId,
    withdrawn: false,
    corrected: false,
    draft: aDraft({ judged: 1, right: 1, happenedOn: "2026-11-10" }),
    claims: [],
    ...wish,
  },
];
const FROZEN = { claims: [claim(ALERT_ACCURACY.code, { frozen: true })] };

describe("a new alert of a day that has a record", () => {
  const day = (...records: [string, OwnRecord][]) =>
    world({ items: records.map(([id]) => item(`of ${id}`, id)), records: new Map(records) });

  test("joins it, while it can be corrected", () => {
    const { records } = planWork([line("A-2")], day(record("r1")));
    expect(records).toMatchObject([{ corrects: { recordId: "r1" }, draft: { judged: 2, right: 2 } }]);
    expect(records[0]?.items.map(({ externalId }) => externalId)).toEqual(["of r1", "A-2"]);
  });

  test.each<[string, Partial<OwnRecord>]>([
    ["frozen by a sign-off", FROZEN],
    ["taken back", { withdrawn: true }],
    ["corrected by hand", { corrected: true }],
  ])("becomes a second record where that one is %s", (_how, wish) => {
    const { records } = planWork([line("A-2")], day(record("r1", wish)));
    expect(records).toMatchObject([{ corrects: null, draft: { judged: 1 } }]);
  });

  test("joins the latest that is open, whichever order they are loaded in", () => {
    for (const records of [
      [record("r1"), record("r2")],
      [record("r2"), record("r1")],
      [record("r1", FROZEN), record("r2")],
    ]) {
      expect(planWork([line("A-9")], day(...records)).records).toMatchObject([{ corrects: { recordId: "r2" } }]);
    }
    expect(planWork([line("A-9")], day(record("r1"), record("r2", FROZEN))).records).toMatchObject([
      { corrects: { recordId: "r1" } },
    ]);
  });

  test("of another person joins nobody's record but theirs", () => {
    const { records } = planWork([line("A-2", { analyst: "sato" })], day(record("r1")));
    expect(records).toMatchObject([{ personId: "misaki", corrects: null, draft: { judged: 1 } }]);
  });

  test("a claim that was frozen and taken back again holds nothing", () => {
    const back = { claims: [claim(ALERT_ACCURACY.code, { frozen: true, withdrawn: true })] };
    expect(planWork([line("A-2")], day(record("r1", back))).records).toMatchObject([{ corrects: { recordId: "r1" } }]);
  });
});

describe("an alert that moves to another day", () => {
  const elsewhere = item("B-1", "r2", { happenedOn: "2026-11-11" });
  const both = world({
    items: [item("A-1", "r1"), item("A-2", "r1"), elsewhere],
    records: new Map([record("r1"), record("r2")]),
  });

  test("leaves its record and joins that of its new day: both are corrected, none is lost", () => {
    const { records, emptied } = planWork([line("A-1", { happenedOn: "2026-11-11" })], both);
    expect(emptied).toEqual([]);
    expect(
      records.map(({ corrects, items, draft }) => [
        corrects?.recordId,
        draft.happenedOn,
        ...items.map(({ externalId }) => externalId),
      ]),
    ).toEqual([
      ["r1", "2026-11-10", "A-2"],
      ["r2", "2026-11-11", "B-1", "A-1"],
    ]);
  });

  test("all of a day: its record is empty and its claims end, those taken back already are not named again", () => {
    const claims = [claim("g3.s2.one"), claim("g3.s2.two", { withdrawn: true })];
    const day = world({ items: [item("A-1", "r1"), item("A-2", "r1")], records: new Map([record("r1", { claims })]) });
    const moved = ["A-1", "A-2"].map((id) => line(id, { happenedOn: "2026-11-12" }));
    const { records, emptied } = planWork(moved, day);
    expect(emptied).toEqual([{ personId: "ren", recordId: "r1", claims: ["claim on g3.s2.one"] }]);
    expect(records).toMatchObject([{ corrects: null, draft: { happenedOn: "2026-11-12", judged: 2 } }]);
  });

  test("a new one of the old day comes in its place: the record is corrected, not emptied", () => {
    const day = world({ items: [item("A-1", "r1")], records: new Map([record("r1")]) });
    const { records, emptied } = planWork([line("A-1", { happenedOn: "2026-11-12" }), line("A-2")], day);
    expect(emptied).toEqual([]);
    expect(records.map(({ corrects, draft }) => [corrects?.recordId ?? null, draft.happenedOn])).toEqual([
      ["r1", "2026-11-10"],
      [null, "2026-11-12"],
    ]);
  });
});

describe("a ticket that comes again", () => {
  const mapping = aTicketMapping();
  const had = (...items: StandingItem[]) =>
    world({ mapping, items, records: new Map(items.map(({ recordId }) => record(recordId))) });

  test("closed on another day it is the same record, corrected", () => {
    const wish = { happenedOn: "2026-11-12", title: "不審メール", verdict: null, finalVerdict: null };
    const before = item("52", "r1", { verdict: null, finalVerdict: null });
    const { records, emptied } = planWork([line("52", wish)], had(before));
    expect(emptied).toEqual([]);
    expect(records).toMatchObject([
      { corrects: { recordId: "r1" }, draft: { happenedOn: "2026-11-12", title: "不審メール", incidentRef: "#52" } },
    ]);
  });

  test("with one more analyst it is a record of hers besides", () => {
    const none = { verdict: null, finalVerdict: null };
    const lines = [line("52", none), line("52", { ...none, analyst: "sato" })];
    const plan = planWork(lines, had(item("52", "r1", none)));
    expect(plan.lines.map(({ outcome }) => outcome)).toEqual(["unchanged", "new"]);
    expect(plan.records).toMatchObject([{ personId: "misaki", corrects: null }]);
  });
});

describe("what a corrected record claims", () => {
  const codes = (wish: Partial<OwnRecord>, changed = line("A-1", { finalVerdict: false })) =>
    planWork([changed], world({ items: [item("A-1", "r1")], records: new Map([record("r1", wish)]) }))
      .records.flatMap(({ draft }) => draft.claims)
      .map(({ criterionCode }) => criterionCode);

  test("what it serves", () => expect(codes({})).toEqual([ALERT_ACCURACY.code]));

  test("what the trainee took back stays taken back", () => {
    expect(codes({ claims: [claim(ALERT_ACCURACY.code, { withdrawn: true })] })).toEqual([]);
  });

  test("what the trainee claimed besides stays, and nothing is claimed twice", () => {
    const draft = aDraft({ judged: 1, right: 1, claims: [claimOn(EVIDENCED), claimOn(ALERT_ACCURACY)] });
    const wish = { draft, claims: [claim(EVIDENCED.code), claim(ALERT_ACCURACY.code)] };
    expect(codes(wish)).toEqual([EVIDENCED.code, ALERT_ACCURACY.code]);
  });

  test("what its STEP does not take any more is left out", () => {
    const draft = aDraft({ judged: 1, right: 1, claims: [{ ...claimOn(SOLO_DUTY), criterionCode: "g3.s1.gone" }] });
    expect(codes({ draft })).toEqual([ALERT_ACCURACY.code]);
  });

  test("open claims move to it, taken back ones do not", () => {
    const claims = [claim(ALERT_ACCURACY.code), claim(SOLO_DUTY.code, { withdrawn: true })];
    const at = world({ items: [item("A-1", "r1")], records: new Map([record("r1", { claims })]) });
    expect(planWork([line("A-1", { finalVerdict: false })], at).records).toMatchObject([
      { corrects: { recordId: "r1", moved: [`claim on ${ALERT_ACCURACY.code}`] } },
    ]);
  });
});
