import { describe, expect, test } from "vitest";
import { readWork } from "@/lib/domain/work-line";
import { PRESETS, WORK_PRESETS, type WorkPreset } from "@/lib/domain/work-presets";
import { checkMapping, keepsBothVerdicts, type WorkMapping } from "@/lib/domain/work-source";
import { readWorkFile } from "@/lib/work-import/read";
import { makoto } from "@/tests/support/reviewing";

const mappingOf = (preset: WorkPreset): WorkMapping => {
  const { system, isSure: _, timeZone, ...rest } = PRESETS[preset];
  const recordKind = rest.kind === "tickets" ? "incident" : "alertJudgement";
  return {
    ...rest,
    ...{
      name: system,
      timeZone: timeZone ?? "Asia/Tokyo",
      types: [],
      recordKind,
      recordTitle: system,
      supervision: null,
    },
  };
};

/** Files as the makers' documents describe them; people and hosts are made up. */
const FILES: Record<WorkPreset, [file: string, read: unknown]> = {
  twoColumns: [
    "アラートID,日付,担当者,一次判定,最終判定\nA-1,2026/10/05,青木,検知,過検知\n",
    { externalId: "A-1", analyst: "青木", happenedOn: "2026-10-05", verdict: true, finalVerdict: false },
  ],
  ticketList: [
    "番号,件名,担当者,日付,終了日\nCSIRT-52,不審メール,青木,2026/10/01,2026/10/05\n",
    { externalId: "CSIRT-52", title: "不審メール", happenedOn: "2026-10-05" },
  ],
  redmineJa: [
    '#,プロジェクト,トラッカー,ステータス,優先度,題名,担当者,更新日,作成日,終了日\n4812,CSIRT,アラート,終了,高め,"VPN 不審ログイン, 深夜",青木 一葉,2026/10/05 11:20,2026/10/05 09:30,2026/10/05 11:20\n',
    { externalId: "4812", analyst: "青木 一葉", happenedOn: "2026-10-05", title: "VPN 不審ログイン, 深夜" },
  ],
  redmineEn: [
    "#,Tracker,Subject,Assignee,Created,Closed\n4812,Alert,VPN,Kazuha Aoki,10/05/2026 09:30 AM,10/06/2026 12:20 AM\n",
    { externalId: "4812", happenedOn: "2026-10-06" },
  ],
  gitlab: [
    'ID,IID,Title,Type,State,Labels,Assignee,Assignee Username,Created At (UTC),Closed At (UTC)\n880213,57,Phishing report,Incident,Closed,"severity::2,verdict::true_positive",Aoki Kazuha,k-aoki,2026-10-05 00:30:00,2026-10-05 22:20:00\n',
    { externalId: "57", analyst: "k-aoki", title: "Phishing report" },
  ],
  jira: [
    "Summary,Issue key,Issue id,Issue Type,Status,Assignee,Created,Resolved,Labels,Labels\nBeacon to rare domain,SOC-311,20311,Alert,Done,Aoki Kazuha,05/Oct/26 9:30 AM,05/Oct/26 11:20 AM,edr,night,extra\n",
    { externalId: "SOC-311", happenedOn: "2026-10-05", title: "Beacon to rare domain" },
  ],
  theHive: [
    "number,title,status,assignee,_createdAt\n118,Beacon,FalsePositive,k.aoki@example.jp,1791160200000\n",
    { externalId: "118", analyst: "k.aoki@example.jp", verdict: false, finalVerdict: null, happenedOn: "2026-10-05" },
  ],
  irisAlerts: [
    "alert_id,alert_title,resolution_status_name,user_login,alert_creation_time\n731,Impossible travel,Legitimate,k.aoki,2026-10-05T00:30:00\n",
    { externalId: "731", verdict: true, finalVerdict: null },
  ],
  irisCases: [
    "case_id,name,open_date,close_date,owner\n12,Ransom note,2026-10-01,2026-10-05,k.aoki\n",
    { externalId: "12", happenedOn: "2026-10-05", title: "Ransom note" },
  ],
  sentinel: [
    "IncidentNumber,Title,Status,Owner,Classification,ClosedTime\n2210,Impossible travel,Closed,k.aoki@example.jp,BenignPositive,2026-10-05T02:20:00Z\n",
    { externalId: "2210", verdict: true, finalVerdict: null, happenedOn: "2026-10-05" },
  ],
};

describe.each(WORK_PRESETS)("the ready mapping %s", (preset) => {
  const mapping = mappingOf(preset);

  test("can be saved as it is", () => {
    expect(checkMapping(mapping, { teamId: "soc", ancestorIds: ["soc", "hq"] }, makoto)).toEqual({
      ok: true,
      value: null,
    });
  });

  test("reads a file of that system", () => {
    const [file, expected] = FILES[preset];
    const { rows, problems } = readWorkFile(file, mapping);
    expect(problems).toEqual([]);
    expect(readWork(rows, mapping, ({ day }) => day)).toMatchObject([{ outcome: "read", entry: expected }]);
  });
});

test("only one file with two columns says how many were right", () => {
  expect(WORK_PRESETS.filter((preset) => keepsBothVerdicts(PRESETS[preset]))).toEqual(["twoColumns"]);
});
