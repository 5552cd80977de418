import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { claimsServed, confirm, decline, type OpenCriterion, type Proposal, recordOf } from "@/lib/domain/proposal";
import { kindsServing } from "@/lib/domain/record-needs";
import { RECORD_KINDS, SUPERVISIONS } from "@/lib/domain/rule";
import type { EventDraft } from "@/lib/domain/shared-event";
import {
  ALERT_ACCURACY,
  aDraft,
  CASE_DRILL,
  EVIDENCED,
  INCIDENT_DIRECTION,
  MONTHLY_REPORT,
  REPORT_WRITING,
  SOLO_DUTY,
} from "@/tests/support/drafts";

const EVENT: Omit<EventDraft, "parts" | "subCases"> = {
  kind: "incident",
  happenedOn: "2026-11-18",
  title: "メールサーバーの不正利用",
  what: "外部から通報を受け、全員で対応した。",
  tlp: "AMBER",
  incidentRef: "INC-204",
  periodCovered: null,
  evidence: [{ kind: "ticket", value: "INC-204" }],
};
const PART = { did: "ログを集めた", supervision: 2, mentorPresentId: "kenichi" } as const;

describe("the record that is proposed", () => {
  test("holds what the event says, and what its person did", () => {
    expect(recordOf(EVENT, PART, null)).toEqual(
      aDraft({
        kind: "incident",
        happenedOn: "2026-11-18",
        title: "メールサーバーの不正利用",
        did: "ログを集めた",
        supervision: 2,
        mentorPresentId: "kenichi",
        incidentRef: "INC-204",
        periodCovered: "2026-11",
        evidence: [{ kind: "ticket", value: "INC-204" }],
      }),
    );
  });
  test("of a drill is for one scene, of a meeting for its month", () => {
    expect(recordOf({ ...EVENT, kind: "drillCase" }, PART, "case-1.respond")).toMatchObject({
      subCase: "case-1.respond",
    });
    expect(recordOf({ ...EVENT, kind: "meeting", periodCovered: "2026-10" }, PART, null)).toMatchObject({
      periodCovered: "2026-10",
    });
  });
});

const open = (criterion: OpenCriterion["criterion"], wish: Partial<OpenCriterion> = {}): OpenCriterion => ({
  enrolmentId: "soc",
  criterion,
  met: false,
  isAhead: false,
  policy: {},
  ...wish,
});
const codes = (...args: Parameters<typeof claimsServed>) =>
  claimsServed(...args).map(({ criterionCode }) => criterionCode);
const DIRECTION = INCIDENT_DIRECTION.code;

describe("it claims every open criterion that it serves", () => {
  const record = recordOf(EVENT, PART, null);

  test("in each enrolment of its person", () => {
    const groups = ["liaison", "soc", "forensics"].map((enrolmentId) => open(INCIDENT_DIRECTION, { enrolmentId }));
    expect(claimsServed(record, groups)).toEqual(
      groups.map(({ enrolmentId }) => ({ enrolmentId, criterionCode: DIRECTION, parts: [] })),
    );
  });

  const cases: readonly [string, typeof record, OpenCriterion, boolean][] = [
    ["what its person has still to show may follow", record, open(INCIDENT_DIRECTION), true],
    ["not what is met", record, open(INCIDENT_DIRECTION, { met: true }), false],
    ["not what lies ahead", record, open(INCIDENT_DIRECTION, { isAhead: true }), false],
    ["not what asks for another kind", record, open(MONTHLY_REPORT), false],
    ["not what takes any kind: that is for its person to say", record, open(EVIDENCED), false],
    ["not what a mentor only judges", record, open(REPORT_WRITING), false],
    ["not without the mentor who is asked for", { ...record, mentorPresentId: null }, open(INCIDENT_DIRECTION), false],
    ["not what counts judgements", { ...record, kind: "alertJudgement" }, open(ALERT_ACCURACY), false],
    ["not below the supervision asked for", { ...record, kind: "analysis" }, open(SOLO_DUTY), false],
    [
      "where nobody said the supervision, its person will",
      { ...record, kind: "analysis", supervision: null },
      open(SOLO_DUTY),
      true,
    ],
  ];
  test.each(cases)("%s", (_name, draft, criterion, isClaimed) => {
    expect(codes(draft, [criterion])).toEqual(isClaimed ? [criterion.criterion.code] : []);
  });
});

describe("a drill", () => {
  const drill = recordOf({ ...EVENT, kind: "drillCase" }, { ...PART, supervision: 4 }, "case-1.respond");

  test("counts for the cases, also ahead of its STEP", () => {
    expect(codes(drill, [open(CASE_DRILL), open(CASE_DRILL, { isAhead: true })])).toEqual([
      CASE_DRILL.code,
      CASE_DRILL.code,
    ]);
  });
  test("without a scene it is none of them", () => {
    expect(codes({ ...drill, subCase: null }, [open(CASE_DRILL)])).toEqual([]);
  });
  test("below the supervision asked for it is practice only", () => {
    expect(codes({ ...drill, supervision: 2 }, [open(CASE_DRILL)])).toEqual([]);
  });

  const STANDING_IN = {
    ...INCIDENT_DIRECTION,
    rule: { ...INCIDENT_DIRECTION.rule, counts: { kinds: ["incident"], exercisesCount: { default: true } } },
  } as typeof INCIDENT_DIRECTION;
  test("stands in for an incident where policy says so", () => {
    expect(codes(drill, [open(STANDING_IN)])).toEqual([DIRECTION]);
    expect(codes(drill, [open(STANDING_IN, { policy: { [`${DIRECTION}.exercisesCount`]: false } })])).toEqual([]);
  });
});

test("a claim that is proposed is of a kind that its rule counts, whatever the record", () => {
  const all = [MONTHLY_REPORT, SOLO_DUTY, ALERT_ACCURACY, INCIDENT_DIRECTION, CASE_DRILL, EVIDENCED, REPORT_WRITING];
  fc.assert(
    fc.property(
      fc.constantFrom(...RECORD_KINDS),
      fc.option(fc.constantFrom(...SUPERVISIONS)),
      fc.option(fc.constant("case-1.respond")),
      fc.boolean(),
      (kind, supervision, subCase, isAhead) => {
        const record = aDraft({ kind, supervision, subCase });
        for (const code of codes(
          record,
          all.map((criterion) => open(criterion, { isAhead })),
        )) {
          const criterion = all.find((each) => each.code === code);
          expect(criterion && kindsServing(criterion.rule)).toContain(kind);
          if (isAhead) expect(code).toBe(CASE_DRILL.code);
        }
      },
    ),
  );
});

const proposal = (wish: Partial<Proposal> = {}): Proposal => ({
  recordId: null,
  declined: false,
  eventEnded: false,
  ...wish,
});
const refused = (code: string) => ({ ok: false, refusal: { code } });

describe("its person", () => {
  test("confirms it, and once more: the same record", () => {
    expect(confirm(proposal())).toEqual({ ok: true, value: { madeBefore: null } });
    expect(confirm(proposal({ recordId: "r" }))).toEqual({ ok: true, value: { madeBefore: "r" } });
  });
  test("declines it, and once more: nothing", () => {
    expect(decline(proposal())).toEqual({ ok: true, value: "declined" });
    expect(decline(proposal({ declined: true }))).toEqual({ ok: true, value: "already" });
  });
  test("does one of them", () => {
    expect(confirm(proposal({ declined: true }))).toEqual(refused("ProposalDeclined"));
    expect(decline(proposal({ recordId: "r" }))).toEqual(refused("ProposalConfirmed"));
  });
  test("neither once the event was cancelled or corrected", () => {
    expect(confirm(proposal({ eventEnded: true }))).toEqual(refused("EventEnded"));
    expect(decline(proposal({ eventEnded: true }))).toEqual(refused("EventEnded"));
  });
  test("and nobody else", () => {
    expect(confirm(null)).toEqual(refused("NotFound"));
    expect(decline(null)).toEqual(refused("NotFound"));
  });
});
