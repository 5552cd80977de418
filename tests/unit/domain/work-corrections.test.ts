import { describe, expect, test } from "vitest";
import type { OwnClaim, OwnRecord } from "@/lib/domain/correction";
import type { RecordDraft } from "@/lib/domain/record";
import type { ReadLine } from "@/lib/domain/work-line";
import { planWork, type StandingItem, type WorkWorld } from "@/lib/domain/work-plan";
import { ALERT_ACCURACY, aDraft, aLogContext, claimOn, REPORT_WRITING, SOLO_DUTY } from "@/tests/support/drafts";
import { aMapping } from "@/tests/support/work-mappings";

/** What becomes of the claims when an import corrects a record that it made before. */

const DAY = "2026-11-10";
const item = (externalId: string, wish: Partial<StandingItem> = {}): StandingItem => ({
  ...{ itemId: externalId, recordId: "r1", personId: "ren", externalId, happenedOn: DAY },
  ...{ verdict: true, finalVerdict: true },
  ...wish,
});
const claim = (claimId: string, criterionCode: string, wish: Partial<OwnClaim> = {}): OwnClaim => ({
  ...{ claimId, enrolmentId: "soc", criterionCode },
  ...{ withdrawn: false, frozen: false, everVerified: false },
  ...wish,
});
const record = (recordId: string, claims: readonly OwnClaim[], draft: Partial<RecordDraft> = {}): OwnRecord => ({
  ...{ recordId, withdrawn: false, corrected: false },
  draft: aDraft({ happenedOn: DAY, judged: 1, right: 1, ...draft }),
  claims,
});
const world = (items: readonly StandingItem[], records: readonly OwnRecord[]): WorkWorld => ({
  mapping: aMapping(),
  evidence: { kind: "ticket", value: "SOC SHA-256:later" },
  analysts: new Map([["suzuki", "ren"]]),
  people: new Map([["ren", { context: aLogContext([ALERT_ACCURACY, SOLO_DUTY, REPORT_WRITING]), isYours: true }]]),
  items,
  records: new Map(records.map((each) => [each.recordId, each])),
  policyOf: () => ({}),
});
const read = (externalId: string, finalVerdict: boolean, happenedOn = DAY): ReadLine => ({
  ...{ row: 2, subject: externalId, outcome: "read" },
  entry: { row: 2, externalId, analyst: "suzuki", happenedOn, title: null, verdict: true, finalVerdict },
});

describe("a verdict that changed", () => {
  test("moves the claims that are open, and takes along what the trainee claimed besides", () => {
    const report = claimOn(REPORT_WRITING, ["report"]);
    const claims = [claim("c1", ALERT_ACCURACY.code), claim("c2", REPORT_WRITING.code)];
    const before = record("r1", claims, { claims: [claimOn(ALERT_ACCURACY), report] });
    const { records } = planWork([read("A-1", false)], world([item("A-1")], [before]));
    expect(records).toMatchObject([
      { corrects: { recordId: "r1", moved: ["c1", "c2"] }, draft: { judged: 1, right: 0 } },
    ]);
    expect(records[0]?.draft.claims).toEqual([claimOn(ALERT_ACCURACY), report]);
  });

  test("does not claim again what the trainee took back", () => {
    const before = record("r1", [claim("c1", ALERT_ACCURACY.code, { withdrawn: true })]);
    const { records } = planWork([read("A-1", false)], world([item("A-1")], [before]));
    expect(records).toMatchObject([{ corrects: { moved: [] }, draft: { claims: [] } }]);
  });

  test("leaves the other records of the same person and day alone", () => {
    const items = [item("A-1"), item("A-2", { recordId: "r2" })];
    const both = [record("r1", [claim("c1", ALERT_ACCURACY.code)]), record("r2", [claim("c2", ALERT_ACCURACY.code)])];
    const { records } = planWork([read("A-1", false)], world(items, both));
    expect(records.map(({ corrects, items: own }) => [corrects?.recordId, own.length])).toEqual([["r1", 1]]);
  });
});

describe("alerts that come later", () => {
  test("join the latest record of their day that can still be corrected", () => {
    const items = [item("A-1"), item("A-2", { recordId: "r2" })];
    const frozen = record("r1", [claim("c1", ALERT_ACCURACY.code, { frozen: true })]);
    const open = record("r2", [claim("c2", ALERT_ACCURACY.code)]);
    const { records } = planWork([read("A-3", true)], world(items, [frozen, open]));
    expect(records).toMatchObject([{ corrects: { recordId: "r2" }, draft: { judged: 2 } }]);
  });

  test.each<[string, Partial<OwnRecord>]>([
    ["frozen", { claims: [claim("c1", ALERT_ACCURACY.code, { frozen: true })] }],
    ["taken back", { withdrawn: true }],
    ["corrected by hand", { corrected: true }],
  ])("get a record of their own where that of the day is %s", (_name, wish) => {
    const before = { ...record("r1", []), ...wish };
    const { records, emptied } = planWork([read("A-3", true)], world([item("A-1")], [before]));
    expect(records).toMatchObject([{ corrects: null, draft: { judged: 1, right: 1 } }]);
    expect(emptied).toEqual([]);
  });
});

describe("a day that changed", () => {
  test("takes the alert from one record to another; both are corrections", () => {
    const items = [item("A-1"), item("A-2"), item("A-3", { recordId: "r2", happenedOn: "2026-11-11" })];
    const first = record("r1", [claim("c1", ALERT_ACCURACY.code)], { judged: 2, right: 2 });
    const second = record("r2", [claim("c2", ALERT_ACCURACY.code)], { happenedOn: "2026-11-11" });
    const { records, emptied } = planWork([read("A-2", true, "2026-11-11")], world(items, [first, second]));
    const told = records.map(({ corrects, draft }) => [corrects?.recordId, draft.happenedOn, draft.judged]);
    expect(told.sort()).toEqual([
      ["r1", DAY, 1],
      ["r2", "2026-11-11", 2],
    ]);
    expect(emptied).toEqual([]);
  });

  test("ends a record of which nothing is left, with the claims that stand", () => {
    const claims = [claim("c1", ALERT_ACCURACY.code), claim("c2", SOLO_DUTY.code, { withdrawn: true })];
    const { emptied } = planWork([read("A-1", true, "2026-11-12")], world([item("A-1")], [record("r1", claims)]));
    expect(emptied).toEqual([{ personId: "ren", recordId: "r1", claims: ["c1"] }]);
  });
});
