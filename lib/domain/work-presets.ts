import type { WorkDateFormat } from "./work-day";
import type { WorkColumns, WorkKind } from "./work-source";

/** Ready mappings: what the makers' documents and sources say of their columns. The words about them are in messages. */
export const WORK_PRESETS = [
  "twoColumns",
  "ticketList",
  "redmineJa",
  "redmineEn",
  "gitlab",
  "jira",
  "theHive",
  "irisAlerts",
  "irisCases",
  "sentinel",
] as const;
export type WorkPreset = (typeof WORK_PRESETS)[number];

export type PresetMapping = {
  readonly kind: WorkKind;
  readonly system: string;
  /** Read in the maker's own document or source; else seen in real files only. */
  readonly isSure: boolean;
  readonly columns: WorkColumns;
  readonly dateFormat: WorkDateFormat;
  /** Null: the zone of whoever exports, which the file does not say. */
  readonly timeZone: "UTC" | null;
  readonly trueWords: readonly string[];
  readonly falseWords: readonly string[];
  readonly asideWords: readonly string[];
  readonly separator: string;
  readonly refPrefix: string;
};

const NO_COLUMNS: WorkColumns = {
  ...{ externalId: null, day: null, analyst: null, verdict: null, finalVerdict: null },
  ...{ title: null, closed: null, type: null },
};
const named = (columns: Partial<WorkColumns>): WorkColumns => ({ ...NO_COLUMNS, ...columns });

const NO_WORDS = { trueWords: [], falseWords: [], asideWords: [] };
const tickets = { kind: "tickets", isSure: true, ...NO_WORDS, separator: "", refPrefix: "" } as const;
const alerts = { kind: "alertJudgements", isSure: true, separator: "", refPrefix: "" } as const;
/** Times without a zone, of whoever exported. */
const local = { dateFormat: "yearFirst", timeZone: null } as const;
const utc = { dateFormat: "yearFirst", timeZone: "UTC" } as const;

export const PRESETS: Readonly<Record<WorkPreset, PresetMapping>> = {
  twoColumns: {
    ...{ ...alerts, ...local, system: "CSV" },
    columns: named({
      ...{ externalId: "アラートID", day: "日付", analyst: "担当者" },
      ...{ verdict: "一次判定", finalVerdict: "最終判定" },
    }),
    trueWords: ["検知", "正検知", "True positive"],
    falseWords: ["誤検知", "過検知", "False positive"],
    asideWords: ["保留", "不明"],
  },
  ticketList: {
    ...{ ...tickets, ...local, system: "CSV" },
    columns: named({ externalId: "番号", day: "日付", analyst: "担当者", title: "件名", closed: "終了日" }),
  },
  redmineJa: {
    ...{ ...tickets, ...local, system: "Redmine", refPrefix: "#" },
    columns: named({
      ...{ externalId: "#", day: "作成日", analyst: "担当者" },
      ...{ title: "題名", closed: "終了日", type: "トラッカー" },
    }),
  },
  redmineEn: {
    ...{ ...tickets, ...local, system: "Redmine", refPrefix: "#", dateFormat: "monthFirst" },
    columns: named({
      ...{ externalId: "#", day: "Created", analyst: "Assignee" },
      ...{ title: "Subject", closed: "Closed", type: "Tracker" },
    }),
  },
  gitlab: {
    ...{ ...tickets, ...utc, system: "GitLab", refPrefix: "#", separator: "," },
    columns: named({
      ...{ externalId: "IID", day: "Created At (UTC)", analyst: "Assignee Username" },
      ...{ title: "Title", closed: "Closed At (UTC)", type: "Type" },
    }),
  },
  jira: {
    ...{ ...tickets, ...local, system: "Jira", isSure: false, dateFormat: "dayMonthName" },
    columns: named({
      ...{ externalId: "Issue key", day: "Created", analyst: "Assignee" },
      ...{ title: "Summary", closed: "Resolved", type: "Issue Type" },
    }),
  },
  theHive: {
    ...{ ...alerts, ...utc, system: "TheHive 5", dateFormat: "epochMilliseconds" },
    columns: named({ externalId: "number", day: "_createdAt", analyst: "assignee", verdict: "status" }),
    trueWords: ["TruePositive"],
    falseWords: ["FalsePositive"],
    asideWords: ["New", "InProgress", "Indeterminate", "Other", "Duplicated"],
  },
  irisAlerts: {
    ...{ ...alerts, ...utc, system: "DFIR-IRIS" },
    columns: named({
      ...{ externalId: "alert_id", day: "alert_creation_time" },
      ...{ analyst: "user_login", verdict: "resolution_status_name" },
    }),
    trueWords: ["True Positive With Impact", "True Positive Without Impact", "Legitimate"],
    falseWords: ["False Positive"],
    asideWords: ["Not Applicable", "Unknown"],
  },
  irisCases: {
    ...{ ...tickets, ...utc, system: "DFIR-IRIS", refPrefix: "IRIS-" },
    columns: named({ externalId: "case_id", day: "open_date", analyst: "owner", title: "name", closed: "close_date" }),
  },
  sentinel: {
    ...{ ...alerts, ...utc, system: "Microsoft Sentinel" },
    columns: named({ externalId: "IncidentNumber", day: "ClosedTime", analyst: "Owner", verdict: "Classification" }),
    trueWords: ["TruePositive", "BenignPositive"],
    falseWords: ["FalsePositive"],
    asideWords: ["Undetermined"],
  },
};
