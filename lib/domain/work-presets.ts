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
  externalId: null,
  day: null,
  analyst: null,
  verdict: null,
  finalVerdict: null,
  title: null,
  closed: null,
  type: null,
};
const tickets = {
  kind: "tickets",
  trueWords: [],
  falseWords: [],
  asideWords: [],
  separator: "",
  refPrefix: "",
} as const;
const alerts = { kind: "alertJudgements", separator: "", refPrefix: "" } as const;

export const PRESETS: Readonly<Record<WorkPreset, PresetMapping>> = {
  twoColumns: {
    ...alerts,
    system: "CSV",
    isSure: true,
    columns: {
      ...NO_COLUMNS,
      externalId: "アラートID",
      day: "日付",
      analyst: "担当者",
      verdict: "一次判定",
      finalVerdict: "最終判定",
    },
    dateFormat: "yearFirst",
    timeZone: null,
    trueWords: ["検知", "正検知", "True positive"],
    falseWords: ["誤検知", "過検知", "False positive"],
    asideWords: ["保留", "不明"],
  },
  ticketList: {
    ...tickets,
    system: "CSV",
    isSure: true,
    columns: { ...NO_COLUMNS, externalId: "番号", day: "日付", analyst: "担当者", title: "件名", closed: "終了日" },
    dateFormat: "yearFirst",
    timeZone: null,
  },
  redmineJa: {
    ...tickets,
    system: "Redmine",
    isSure: true,
    columns: {
      ...NO_COLUMNS,
      externalId: "#",
      day: "作成日",
      analyst: "担当者",
      title: "題名",
      closed: "終了日",
      type: "トラッカー",
    },
    dateFormat: "yearFirst",
    timeZone: null,
    refPrefix: "#",
  },
  redmineEn: {
    ...tickets,
    system: "Redmine",
    isSure: true,
    columns: {
      ...NO_COLUMNS,
      externalId: "#",
      day: "Created",
      analyst: "Assignee",
      title: "Subject",
      closed: "Closed",
      type: "Tracker",
    },
    dateFormat: "monthFirst",
    timeZone: null,
    refPrefix: "#",
  },
  gitlab: {
    ...tickets,
    system: "GitLab",
    isSure: true,
    columns: {
      ...NO_COLUMNS,
      externalId: "IID",
      day: "Created At (UTC)",
      analyst: "Assignee Username",
      title: "Title",
      closed: "Closed At (UTC)",
      type: "Type",
    },
    dateFormat: "yearFirst",
    timeZone: "UTC",
    separator: ",",
    refPrefix: "#",
  },
  jira: {
    ...tickets,
    system: "Jira",
    isSure: false,
    columns: {
      ...NO_COLUMNS,
      externalId: "Issue key",
      day: "Created",
      analyst: "Assignee",
      title: "Summary",
      closed: "Resolved",
      type: "Issue Type",
    },
    dateFormat: "dayMonthName",
    timeZone: null,
  },
  theHive: {
    ...alerts,
    system: "TheHive 5",
    isSure: true,
    columns: { ...NO_COLUMNS, externalId: "number", day: "_createdAt", analyst: "assignee", verdict: "status" },
    dateFormat: "epochMilliseconds",
    timeZone: "UTC",
    trueWords: ["TruePositive"],
    falseWords: ["FalsePositive"],
    asideWords: ["New", "InProgress", "Indeterminate", "Other", "Duplicated"],
  },
  irisAlerts: {
    ...alerts,
    system: "DFIR-IRIS",
    isSure: true,
    columns: {
      ...NO_COLUMNS,
      externalId: "alert_id",
      day: "alert_creation_time",
      analyst: "user_login",
      verdict: "resolution_status_name",
    },
    dateFormat: "yearFirst",
    timeZone: "UTC",
    trueWords: ["True Positive With Impact", "True Positive Without Impact", "Legitimate"],
    falseWords: ["False Positive"],
    asideWords: ["Not Applicable", "Unknown"],
  },
  irisCases: {
    ...tickets,
    system: "DFIR-IRIS",
    isSure: true,
    columns: {
      ...NO_COLUMNS,
      externalId: "case_id",
      day: "open_date",
      analyst: "owner",
      title: "name",
      closed: "close_date",
    },
    dateFormat: "yearFirst",
    timeZone: "UTC",
    refPrefix: "IRIS-",
  },
  sentinel: {
    ...alerts,
    system: "Microsoft Sentinel",
    isSure: true,
    columns: {
      ...NO_COLUMNS,
      externalId: "IncidentNumber",
      day: "ClosedTime",
      analyst: "Owner",
      verdict: "Classification",
    },
    dateFormat: "yearFirst",
    timeZone: "UTC",
    trueWords: ["TruePositive", "BenignPositive"],
    falseWords: ["FalsePositive"],
    asideWords: ["Undetermined"],
  },
};
