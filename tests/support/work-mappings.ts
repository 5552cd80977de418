import type { WorkMapping } from "@/lib/domain/work-source";

/** Alert judgements with both verdicts, as a Japanese SOC keeps them. A test says only what differs. */
export const aMapping = (wish: Partial<WorkMapping> = {}): WorkMapping => ({
  name: "SOCアラート台帳",
  kind: "alertJudgements",
  columns: {
    externalId: "アラートID",
    day: "日付",
    analyst: "担当者",
    verdict: "一次判定",
    finalVerdict: "最終判定",
    title: null,
    closed: null,
    type: null,
  },
  dateFormat: "yearFirst",
  timeZone: "Asia/Tokyo",
  trueWords: ["検知"],
  falseWords: ["誤検知"],
  asideWords: ["保留"],
  types: [],
  recordKind: "alertJudgement",
  recordTitle: "アラートの一次判定",
  supervision: null,
  separator: "",
  refPrefix: "",
  ...wish,
});

/** A list of closed incidents out of Redmine. */
export const aTicketMapping = (wish: Partial<WorkMapping> = {}): WorkMapping =>
  aMapping({
    name: "CSIRTチケット",
    kind: "tickets",
    columns: {
      externalId: "#",
      day: "作成日",
      analyst: "担当者",
      verdict: null,
      finalVerdict: null,
      title: "題名",
      closed: "終了日",
      type: "トラッカー",
    },
    recordKind: "incident",
    recordTitle: "チケット",
    refPrefix: "#",
    ...wish,
  });
