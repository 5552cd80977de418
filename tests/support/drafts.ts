import type { CriterionNode } from "@/lib/domain/curriculum";
import type { LogContext, LoggedEnrolment, RecordDraft } from "@/lib/domain/record";

/** A record about to be logged: Sato Misaki judged one alert on 20 November 2026. A test says only what differs. */
export const aDraft = (wish: Partial<RecordDraft> = {}): RecordDraft => ({
  happenedOn: "2026-11-20",
  kind: "alertJudgement",
  title: "夜間アラート(プロキシ検知)の切り分け",
  did: "宛先とUser-Agentから業務端末の自動更新と判断した。",
  learned: null,
  supervision: null,
  mentorPresentId: null,
  mentorPresentName: null,
  tlp: "AMBER",
  incidentRef: null,
  periodCovered: null,
  subCase: null,
  judged: null,
  right: null,
  technique: null,
  readingItem: null,
  evidence: [],
  claims: [],
  ...wish,
});

export const SOLO_DUTY: CriterionNode = {
  code: "g3.s2.solo-duty",
  rule: {
    kind: "count",
    need: 10,
    unit: "times",
    counts: { kinds: ["alertJudgement", "analysis"], minSupervision: 4 },
  },
};
export const ALERT_ACCURACY: CriterionNode = {
  code: "g3.s2.alert-judgement",
  rule: { kind: "accuracy", minJudged: 50, bound: "atLeast", percent: 90, counts: { kinds: ["alertJudgement"] } },
};
export const MONTHLY_REPORT: CriterionNode = {
  code: "g1.s1.monthly-report",
  rule: { kind: "cadence", months: 12, perMonth: 1, counts: { kinds: ["report"] } },
};
export const INCIDENT_DIRECTION: CriterionNode = {
  code: "g1.s2.incident-direction",
  rule: {
    kind: "count",
    need: 3,
    unit: "times",
    counts: {
      kinds: ["incident", "exercise"],
      mentorPresent: true,
      parts: [{ code: "diagram" }, { code: "review" }],
      partsMode: "eachOccasion",
      distinctIncidents: true,
    },
  },
};
export const CASE_DRILL: CriterionNode = {
  code: "g2.s3.drill",
  rule: { kind: "caseDrill", coverage: "allSubCases", minSupervision: 4 },
};
export const READING: CriterionNode = { code: "g3.s1.reading", rule: { kind: "reading", list: "g3.s1.readingList" } };
export const TECHNIQUES: CriterionNode = {
  code: "g5.s3.techniques",
  rule: { kind: "techniques", need: 1, of: [{ code: "machine" }, { code: "network" }], counts: {} },
};
export const REPORT_WRITING: CriterionNode = {
  code: "g3.s3.report",
  rule: { kind: "attest", checkpoints: [{ code: "whole" }], parts: [{ code: "report" }] },
};
export const EVIDENCED: CriterionNode = {
  code: "local.evidenced",
  rule: { kind: "count", need: 1, unit: "times", counts: { minEvidence: 1 } },
};

export const aLoggedEnrolment = (
  criteria: readonly CriterionNode[],
  wish: Partial<LoggedEnrolment> = {},
): LoggedEnrolment => ({
  enrolmentId: "soc",
  today: "2026-11-20",
  earliestOn: "2023-04-01",
  claimable: criteria.map((criterion) => ({ step: 2, criterion })),
  ...wish,
});

export const aLogContext = (criteria: readonly CriterionNode[], wish: Partial<LogContext> = {}): LogContext => ({
  enrolments: [aLoggedEnrolment(criteria)],
  mentorIds: ["inoue"],
  choices: { subCase: ["case-1.respond"], technique: ["machine", "network"], readingItem: ["nist-sp-800-94"] },
  ...wish,
});

export const claimOn = ({ code }: CriterionNode, parts: readonly string[] = [], enrolmentId = "soc") => ({
  enrolmentId,
  criterionCode: code,
  parts,
});
