import { describe, expect, test } from "vitest";
import { ruleConditions } from "@/components/curriculum/rule-conditions";
import { ruleSentence } from "@/components/curriculum/rule-text";
import type { PolicyValues } from "@/lib/domain/policy";
import type { CriterionRule } from "@/lib/domain/rule";
import { ownCurriculum, ruleTranslator } from "@/tests/support/own-curriculum";

const own = ownCurriculum();
const t = { ja: ruleTranslator("ja"), en: ruleTranslator("en") };

const ruleOf = (code: string) => {
  const criterion = own.curriculum.criterion(code);
  if (!criterion) throw new Error(`There is no criterion ${code}`);
  return criterion;
};
const both = (criterion: { code: string; rule: CriterionRule }, policy: PolicyValues = own.policy) =>
  (["ja", "en"] as const).map((locale) => ruleSentence(criterion, policy, t[locale], own[locale]));
const conditions = (criterion: { code: string; rule: CriterionRule }, policy: PolicyValues = own.policy) =>
  ruleConditions(criterion, policy, t.ja, own.ja);

const SENTENCES: readonly [string, string, string][] = [
  ["g1.s1.monthly-report", "期間・12か月続けて、毎月1回以上", "Period: 12 months in a row, at least once each month"],
  ["g2.s1.log-analysis", "期間・12か月以上、毎月1回以上", "Period: at least 12 months, once a month or more"],
  ["g1.s1.incident-reports", "回数・別々のインシデントで3回", "Number: 3 times in different incidents"],
  ["g1.s1.external-meetings", "回数・連続する12か月に会合を4回", "Number: 4 times in any 12 months in a row (Meeting)"],
  ["g3.s2.pair-duty", "回数・指導者の同席で10回", "Number: 10 times with a mentor"],
  ["g3.s2.solo-duty", "回数・1人で10回", "Number: 10 times alone"],
  [
    "g3.s2.alert-judgement",
    "割合・50件以上を判定し、正しい割合が90%以上",
    "Share: 50 or more judged, 90% or more right",
  ],
  [
    "g4.s2.diagnosis-accuracy",
    "割合・10件以上を判定し、誤りの割合が10%未満",
    "Share: 10 or more judged, less than 10% wrong",
  ],
  ["g3.s1.reading", "読了・5点すべて", "Reading: all 5 titles"],
  ["g1.s3.drill", "ケース・1人で8ケース19場面", "Cases: 19 sub-cases of 8 cases alone"],
  ["g5.s3.analysis-technique", "技術・2つのうち1つ", "Techniques: 1 of 2"],
  [
    "g4.s3.management-experience",
    "どちらか・12か月以上、毎月1回以上、または20回",
    "Either: at least 12 months, once a month or more; or 20 times",
  ],
  ["g6.s1.bcp-exercise", "両方・判定、かつ演習を1回", "Both: Judgement; and once (Exercise)"],
  ["g1.s2.target-structure", "判定・3点", "Judgement: 3 points"],
  ["g5.s2.frequent-incidents-alone", "判定・4点", "Judgement: 4 points"],
  ["g7.s2.teach-juniors", "判定", "Judgement"],
];

describe("a rule in one sentence", () => {
  test.each(SENTENCES)("%s", (code, ja, en) => {
    expect(both(ruleOf(code))).toEqual([ja, en]);
  });

  test("all hundred criteria are worded in both languages, without a hole", () => {
    const criteria = own.curriculum.structure.roleGroups.flatMap(({ steps }) => steps.flatMap((step) => step.criteria));
    expect(criteria).toHaveLength(100);
    for (const sentence of criteria.flatMap((criterion) => both(criterion))) {
      expect(sentence).not.toMatch(/undefined|null|NaN|rules\.|[{}]|・$|: $/);
    }
  });

  test("the organisation's values are in it", () => {
    const policy = { ...own.policy, "g3.s2.pairDuty.n": 25, "g1.s1.externalMeetings.window": "fiscalYear" };
    expect(both(ruleOf("g3.s2.pair-duty"), policy)[0]).toBe("回数・指導者の同席で25回");
    expect(both(ruleOf("g1.s1.external-meetings"), policy)[0]).toBe("回数・1つの年度に会合を4回");
  });

  test("a period or a number becomes a period and a number", () => {
    const policy = { ...own.policy, "g4.s3.management.periodOrCount": "all" };
    expect(both(ruleOf("g4.s3.management-experience"), policy)).toEqual([
      "両方・12か月以上、毎月1回以上、かつ20回",
      "Both: at least 12 months, once a month or more; and 20 times",
    ]);
  });

  test("only the latest judgements, by policy", () => {
    const policy = { ...own.policy, "g3.s2.alert-judgement.latest": 100 };
    expect(both(ruleOf("g3.s2.alert-judgement"), policy)[1]).toBe(
      "Share: of the latest 100: 50 or more judged, 90% or more right",
    );
  });

  test("a list that nobody set says who sets it", () => {
    expect(both(ruleOf("g3.s1.reading"), { ...own.policy, "g3.s1.readingList": [] })[0]).toBe(
      "読了・一覧は組織が決めます",
    );
    expect(both(ruleOf("g5.s2.frequent-incidents-alone"), { ...own.policy, "g5.frequentIncidents": [] })[1]).toBe(
      "Judgement: the organisation sets the list",
    );
  });

  test("parts: all each time, any of them, each of them", () => {
    const triage = ruleOf("g1.s2.triage");
    const by = (mode: string) => both(triage, { ...own.policy, "g1.s2.triage.countEach": mode });
    expect(by("eachOccasion")[0]).toBe("回数・指導者の同席で、対応要否の判断、トリアージの2点で3回");
    expect(by("inTotal")[0]).toBe("回数・指導者の同席で、対応要否の判断またはトリアージで3回");
    expect(by("perPart")[1]).toBe(
      "Number: 3 times with a mentor for each of decision on whether to respond and triage",
    );
  });
});

describe("what counts, sentence by sentence", () => {
  test("an occasion of incident direction at STEP2", () => {
    expect(conditions(ruleOf("g1.s2.incident-direction"))).toEqual([
      "数える記録: インシデント、演習",
      "指導者が同席したものだけを数えます。",
      "毎回、次のすべてを示す: 事象の絵、指導者のレビュー、戦略の策定、インシデントマネージャーへの指示",
      "同じインシデントの記録は1回と数えます。",
      "演習も回数に数えます。",
    ]);
  });

  test("the organisation decides whether exercises stand in", () => {
    const policy = { ...own.policy, "g1.s2.incident-direction.exercisesCount": false };
    expect(conditions(ruleOf("g1.s2.incident-direction"), policy)).toContain("演習は数えません。");
  });

  test("checkpoints, products, occasions that may not come", () => {
    expect(conditions(ruleOf("g7.s3.guideline-amendment"))).toEqual([
      "確かめる点: ガイドライン修正案の作成",
      "確認された記録で示すもの: ガイドライン修正案",
      "文が条件つきのため、機会がなかったことを理由とともに判定できます。",
    ]);
    expect(conditions(ruleOf("g5.s2.frequent-incidents-alone"))[0]).toContain("1台の端末のマルウェア感染");
    expect(conditions(ruleOf("g5.s3.analysis-technique"))[0]).toMatch(/^対象の技術: マシン分析/);
    expect(conditions(ruleOf("g3.s1.reading"))).toEqual([]);
    expect(conditions(ruleOf("g1.s3.drill"))).toEqual(["関与度は「4 独力」以上。"]);
    expect(conditions(ruleOf("g7.s2.conformity-review"))).toContain("示すものが欠けた記録があると、連続は途切れます。");
  });

  test("least and most supervision, evidence", () => {
    const rule: CriterionRule = {
      kind: "count",
      need: 2,
      unit: "cases",
      counts: { minSupervision: 2, maxSupervision: 3, minEvidence: 2 },
    };
    expect(conditions({ code: "local.x", rule })).toEqual([
      "関与度は「2 指導者と」以上。",
      "関与度は「3 事後確認」まで。",
      "証跡が2点以上。",
    ]);
    expect(both({ code: "local.x", rule })[0]).toBe("回数・指導者と一緒か、それより独力で2件");
  });
});
