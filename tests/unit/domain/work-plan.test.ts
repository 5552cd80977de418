import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OwnRecord } from "@/lib/domain/correction";
import type { ReadLine, WorkEntry } from "@/lib/domain/work-line";
import { countWork, type PlannedRecord, planWork, type StandingItem, type WorkWorld } from "@/lib/domain/work-plan";
import { ALERT_ACCURACY, aDraft, aLogContext, SOLO_DUTY } from "@/tests/support/drafts";
import { aMapping, aTicketMapping } from "@/tests/support/work-mappings";

const DIGEST = { kind: "ticket" as const, value: "SOC SHA-256:abc" };
const world = (wish: Partial<WorkWorld> = {}): WorkWorld => ({
  mapping: aMapping(),
  evidence: DIGEST,
  analysts: new Map([
    ["suzuki", "ren"],
    ["sato", "misaki"],
    ["bot", null],
  ]),
  people: new Map([
    ["ren", { context: aLogContext([ALERT_ACCURACY, SOLO_DUTY]), isYours: true }],
    ["misaki", { context: aLogContext([]), isYours: false }],
  ]),
  items: [],
  records: new Map(),
  policyOf: () => ({}),
  ...wish,
});
const entry = (externalId: string, wish: Partial<WorkEntry> = {}): ReadLine => ({
  row: 2,
  subject: externalId,
  outcome: "read",
  entry: {
    ...{
      row: 2,
      externalId,
      analyst: "suzuki",
      happenedOn: "2026-11-10",
      title: null,
      verdict: true,
      finalVerdict: true,
    },
    ...wish,
  },
});

/** What would stand after a plan was written. */
function standingAfter({ items, records }: WorkWorld, planned: readonly PlannedRecord[]) {
  const gone = new Set(planned.flatMap(({ corrects }) => corrects?.recordId ?? []));
  const made = planned.map((record, place) => ({ ...record, recordId: `r${records.size + place}` }));
  return {
    items: [
      ...items.filter(({ recordId }) => !gone.has(recordId)),
      ...made.flatMap(({ recordId, personId, items: own }) =>
        own.map((item): StandingItem => ({ ...item, itemId: `${recordId} ${item.externalId}`, recordId, personId })),
      ),
    ],
    records: new Map([
      ...[...records].map(([id, record]) => [id, { ...record, corrected: record.corrected || gone.has(id) }] as const),
      ...made.map(({ recordId, draft }) => [recordId, ownRecord(recordId, draft)] as const),
    ]),
  };
}
const ownRecord = (recordId: string, draft: PlannedRecord["draft"]): OwnRecord => ({
  recordId,
  withdrawn: false,
  corrected: false,
  draft,
  claims: draft.claims.map(({ enrolmentId, criterionCode }) => ({
    ...{ claimId: `${recordId} ${criterionCode}`, enrolmentId, criterionCode },
    ...{ withdrawn: false, frozen: false, everVerified: false },
  })),
});
const codes = (lines: readonly ReadLine[], at = world()) =>
  planWork(lines, at).lines.map(({ outcome, problems, reason }) => problems[0]?.code ?? reason ?? outcome);

describe("what a line becomes", () => {
  test("alerts of one day are one record with its numbers, its source and what it serves", () => {
    const lines = [entry("A-1"), entry("A-2", { verdict: false }), entry("A-3", { happenedOn: "2026-11-11" })];
    const { records } = planWork(lines, world());
    expect(records.map(({ draft, items }) => [draft.happenedOn, draft.judged, draft.right, items.length])).toEqual([
      ["2026-11-10", 2, 1, 2],
      ["2026-11-11", 1, 1, 1],
    ]);
    expect(records[0]).toMatchObject({
      personId: "ren",
      corrects: null,
      draft: { kind: "alertJudgement", title: "アラートの一次判定", evidence: [DIGEST], tlp: "AMBER" },
    });
    expect(records[0]?.draft.claims.map(({ criterionCode }) => criterionCode)).toEqual([ALERT_ACCURACY.code]);
  });

  test("without final verdicts nobody can say how many were right", () => {
    const { records } = planWork([entry("A-1", { finalVerdict: null })], world());
    expect(records).toMatchObject([{ draft: { judged: 1, right: null, claims: [] } }]);
  });

  test("work that is done alone as a rule serves what asks for that", () => {
    const { records } = planWork([entry("A-1")], world({ mapping: aMapping({ supervision: 4 }) }));
    expect(records[0]?.draft.claims).toHaveLength(2);
  });

  test("a ticket is one record of one person with its reference", () => {
    const lines = [entry("52", { title: "不審メール" }), entry("53")];
    const { records } = planWork(lines, world({ mapping: aTicketMapping() }));
    expect(records.map(({ draft }) => [draft.title, draft.incidentRef, draft.kind, draft.judged])).toEqual([
      ["不審メール", "#52", "incident", null],
      ["チケット #53", "#53", "incident", null],
    ]);
  });

  test.each<[string, Partial<WorkEntry>, string]>([
    ["unknown", { analyst: "tanaka" }, "AnalystUnknown"],
    ["somebody else's to import", { analyst: "SATO" }, "NotFound"],
    ["nobody whose work is recorded", { analyst: "bot" }, "analystAside"],
    ["tomorrow", { happenedOn: "2026-11-21" }, "HappenedInFuture"],
    ["too long ago", { happenedOn: "2020-01-01" }, "DayTooLongAgo"],
  ])("%s", (_name, wish, code) => {
    expect(codes([entry("A-1", wish)])).toEqual([code]);
    expect(planWork([entry("A-1", wish)], world()).records).toEqual([]);
  });

  test("lines that were wrong by themselves stay wrong, and those aside stay aside", () => {
    const problem = { column: "day", code: "DayMissing" };
    const lines: ReadLine[] = [
      { row: 2, subject: "", outcome: "bad", problems: [problem] },
      { row: 3, subject: "", outcome: "aside", reason: "stillOpen" },
    ];
    const plan = planWork(lines, world());
    expect(plan.lines.map(({ problems, reason }) => [problems, reason])).toEqual([
      [[problem], null],
      [[], "stillOpen"],
    ]);
    expect(countWork(plan.lines)).toEqual({ bad: 1, aside: 1, new: 0, changed: 0, unchanged: 0 });
  });
});

describe("what was imported before", () => {
  const draft = aDraft({ judged: 1, right: 1, happenedOn: "2026-11-10" });
  const item = {
    itemId: "i",
    recordId: "r0",
    personId: "ren",
    externalId: "A-1",
    happenedOn: "2026-11-10",
    verdict: true,
    finalVerdict: true,
  };
  const hadBefore = (wish: Partial<OwnRecord> = {}) =>
    world({ items: [item], records: new Map([["r0", { ...ownRecord("r0", draft), ...wish }]]) });

  test("an unchanged line does nothing, even on a record that can no longer be corrected", () => {
    expect(codes([entry("A-1")], hadBefore({ withdrawn: true }))).toEqual(["unchanged"]);
    expect(planWork([entry("A-1")], hadBefore()).records).toEqual([]);
  });

  test.each<[string, Partial<OwnRecord>, string]>([
    ["taken back", { withdrawn: true }, "RecordWithdrawn"],
    ["corrected by the trainee", { corrected: true }, "AlreadyCorrected"],
    [
      "frozen by a sign-off",
      {
        claims: [
          { claimId: "c", enrolmentId: "soc", criterionCode: "x", withdrawn: false, frozen: true, everVerified: true },
        ],
      },
      "RecordFrozen",
    ],
  ])("a changed one is refused where its record is %s", (_name, wish, code) => {
    expect(codes([entry("A-1", { finalVerdict: false })], hadBefore(wish))).toEqual([code]);
  });

  test("a changed one corrects its record, with what else the record holds", () => {
    const { records } = planWork([entry("A-1", { finalVerdict: false }), entry("A-2")], hadBefore());
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({ corrects: { recordId: "r0" }, draft: { judged: 2, right: 1 } });
  });

  test("one that moved to another day empties its record", () => {
    const { records, emptied } = planWork([entry("A-1", { happenedOn: "2026-11-12" })], hadBefore());
    expect(emptied).toEqual([{ personId: "ren", recordId: "r0", claims: [] }]);
    expect(records).toMatchObject([{ corrects: null, draft: { happenedOn: "2026-11-12" } }]);
  });

  test("another person's alert stays theirs, while a ticket may have several people", () => {
    const others = { items: [{ ...item, personId: "misaki" }] };
    expect(codes([entry("A-1")], { ...hadBefore(), ...others })).toEqual(["ImportedForOther"]);
    expect(codes([entry("A-1")], { ...hadBefore(), ...others, mapping: aTicketMapping() })).toEqual(["new"]);
  });
});

describe("whatever comes in, in however many files", () => {
  const line = fc.record({
    id: fc.integer({ min: 1, max: 9 }),
    day: fc.integer({ min: 10, max: 12 }),
    verdict: fc.boolean(),
    finalVerdict: fc.boolean(),
  });
  const file = fc.uniqueArray(line, { selector: ({ id }) => id, maxLength: 9 });

  test("the records hold each alert once as it came last, and a file twice changes nothing", () => {
    fc.assert(
      fc.property(fc.array(file, { minLength: 1, maxLength: 4 }), (files) => {
        let at = world();
        const truth = new Map<string, { day: string; right: boolean }>();
        for (const lines of files) {
          const read = lines.map(({ id, day, verdict, finalVerdict }) => {
            truth.set(`A-${id}`, { day: `2026-11-${day}`, right: verdict === finalVerdict });
            return entry(`A-${id}`, { happenedOn: `2026-11-${day}`, verdict, finalVerdict });
          });
          at = { ...at, ...written(at, read) };
          const again = planWork(read, at);
          expect([again.records, again.emptied]).toEqual([[], []]);
        }
        expect(tally(at)).toEqual(expectedOf(truth));
      }),
    );
  });

  function written(at: WorkWorld, read: readonly ReadLine[]) {
    const { records, emptied } = planWork(read, at);
    const gone = new Set(emptied.map(({ recordId }) => recordId));
    const next = standingAfter(at, records);
    return { ...next, items: next.items.filter(({ recordId }) => !gone.has(recordId)) };
  }

  /** Judged and right of each day, from the records that stand. */
  function tally({ items, records }: WorkWorld) {
    const standing = new Set(items.map(({ recordId }) => recordId));
    const days = [...standing].flatMap((id) => records.get(id)?.draft ?? []);
    return days.map(({ happenedOn, judged, right }) => `${happenedOn} ${right}/${judged}`).sort();
  }

  function expectedOf(truth: ReadonlyMap<string, { day: string; right: boolean }>) {
    const days = Map.groupBy([...truth.values()], ({ day }) => day);
    return [...days].map(([day, all]) => `${day} ${all.filter(({ right }) => right).length}/${all.length}`).sort();
  }
});
