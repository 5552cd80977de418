import { describe, expect, test } from "vitest";
import { ContentRefused } from "@/lib/content/faults";
import { readContent } from "@/lib/content/read";
import { saidOf as said, textOf } from "@/tests/support/edited-content";

const SOC2 = "curriculum/role-groups/soc-monitoring/step-2.yaml";
const SOC = "curriculum/role-groups/soc-monitoring/role-group.yaml";
const LIAISON1 = "curriculum/role-groups/liaison-coordination/step-1.yaml";
const LIAISON3 = "curriculum/role-groups/liaison-coordination/step-3.yaml";

/** The line of the first passage that a file has, counted from 1. */
const lineOf = (file: string, passage: string) => textOf(file).split(passage)[0]?.split("\n").length;

const ODDITIES: readonly [string, string | RegExp, string, string][] = [
  [
    "a key that the format does not know",
    "    kind: work",
    "    kind: work\n    weight: 3",
    "tasks.0: there is no 'weight' here.",
  ],
  ["a key that is missing", /\n {4}title: \{ ja: "[^\n]*/, "", "criteria.0.title: is missing."],
  ["a kind of rule that does not exist", "kind: accuracy", "kind: precision", "criteria.3.rule.kind: "],
  ["a number where a word belongs", "kind: work", "kind: 7", "tasks.0.kind: "],
  ["a number that is too small", "bound: atLeast", "bound: atLeast\n      minJudged: 0", "This is not YAML"],
  ["a link that is none", /url: "https:[^"]*"/, 'url: "javascript:alert(1)"', "url: is not an http(s) address."],
  ["an id that the source cannot have", 'source: "4.3.6.1#1"', 'source: "4.3.6.1-1"', "is not an id of the source"],
];

describe("one file by itself", () => {
  test.each(ODDITIES)("%s", (_, from, to, reason) => {
    const [first = ""] = said(SOC2, from, to);
    expect(first).toContain(`${SOC2}:`);
    expect(first).toContain(reason);
  });

  test("the line is that of the key, also below a value of several lines", () => {
    const at = lineOf(SOC2, "kind: accuracy");
    expect(said(SOC2, "kind: accuracy", "kind: precision")[0]).toContain(`${SOC2}:${at}  `);
    expect(said(SOC2, "bound: atLeast", "bound: over")[0]).toContain(`${SOC2}:${lineOf(SOC2, "bound: atLeast")}  `);
  });

  test("where something is missing, the line is that of the key it is missing under", () => {
    const [fault] = said(LIAISON1, /\n {6}en: "Complete a number[^\n]*/, "");
    const at = lineOf(LIAISON1, 'text:\n      ja: "インシデント対応の報告');
    expect(fault).toBe(`${LIAISON1}:${at}  criteria.1.text.en: is missing.`);
  });

  test("a title longer than its cell", () => {
    const [fault] = said(LIAISON1, 'ja: "インシデント対応報告"', 'ja: "インシデント対応報告をたくさん書くこと"');
    expect(fault).toBe(
      `${LIAISON1}:${lineOf(LIAISON1, 'ja: "インシデント対応報告"')}  criteria.1.title.ja: is longer than 16 characters.`,
    );
  });

  test("an empty sentence, a line break, only one language", () => {
    expect(said("curriculum/steps.yaml", 'ja: "新規配属者"', 'ja: " "')[0]).toContain("steps.0.entrant.ja: is empty.");
    expect(said("curriculum/steps.yaml", 'ja: "新規配属者"', 'ja: "新規\\n配属者"')[0]).toContain("a line break.");
    expect(said("curriculum/steps.yaml", ', en: "Newly assigned member"', "")[0]).toContain(
      "steps.0.entrant.en: is missing.",
    );
  });

  test("two values for one key, and a bracket left open", () => {
    expect(said("curriculum/steps.yaml", 'table: "1-1"', 'table: "1-1"\ntable: "1-2"')[0]).toMatch(
      /steps\.yaml:3 {2}This is not YAML/,
    );
    expect(said("curriculum/steps.yaml", '{ ja: "新規配属者"', '{ ja: "新規配属者')[0]).toContain("This is not YAML");
  });

  test("a role that is missing from the 19", () => {
    expect(said("curriculum/roles.yaml", /\n {2}- code: system-operations[\s\S]*$/, "\n")[0]).toContain("roles: ");
  });

  test("a folder without the files names each of them", () => {
    const refused = () => readContent("content/no-such-folder");
    expect(refused).toThrow(ContentRefused);
    expect(refused).toThrow("curriculum/role-groups/liaison-coordination/role-group.yaml:1  The file is missing.");
    expect(refused).toThrow("glossary.yaml:1  The file is missing.");
  });

  test("every fault is named, not only the first", () => {
    const faults = said("policy.yaml", /min: 1, max: 50/g, 'min: "1", max: 50');
    expect(faults.length).toBeGreaterThan(3);
  });
});

const DISAGREEMENTS: readonly [string, string, string | RegExp, string, string][] = [
  [
    "a parameter that policy.yaml lacks",
    SOC2,
    "g3.s2.pairDuty.n",
    "g3.s2.pairDuty.m",
    "there is no parameter g3.s2.pairDuty.m in policy.yaml.",
  ],
  [
    "a list where a number is needed",
    SOC2,
    "param: g3.s2.pairDuty.n",
    "param: g3.s1.readingList",
    "g3.s1.readingList is not a number of times or items.",
  ],
  [
    "months where a share is needed",
    SOC2,
    "param: g3.s2.alertJudgement.minCorrectRatio",
    "param: g3.s3.duty.minPeriod",
    "g3.s3.duty.minPeriod is not a number of percent.",
  ],
  [
    "a choice of something else",
    LIAISON1,
    "param: g1.s1.externalMeetings.window",
    "param: g1.s3.drill.coverage",
    "g1.s3.drill.coverage is not a choice of rolling12Months, calendarYear, fiscalYear.",
  ],
  [
    "a list of another kind",
    "curriculum/role-groups/forensics/step-1.yaml",
    "list: g5.s1.readingList",
    "list: g5.frequentIncidents",
    "g5.frequentIncidents is not a list of reading.",
  ],
  [
    "a drill case that does not exist",
    LIAISON3,
    "case: case-3",
    "case: case-9",
    "case-9: there is no such drill case.",
  ],
  [
    "a track where the group has none",
    SOC2,
    "    kind: work",
    "    kind: work\n    track: diagnosis",
    "diagnosis: this role group has no such track.",
  ],
  [
    "a code of another STEP",
    SOC2,
    "code: g3.s2.goal.1",
    "code: g3.s1.goal.9",
    "g3.s1.goal.9: a code of this file begins with g3.s2.",
  ],
  [
    "a code that stands twice",
    SOC2,
    "code: g3.s2.goal.2",
    "code: g3.s2.goal.1",
    "g3.s2.goal.1: the code stands already in",
  ],
  ["a folder of another group", SOC, "code: soc-monitoring", "code: forensics", "code: this folder is soc-monitoring."],
  ["a number of another group", SOC, "number: 3", "number: 5", "number: soc-monitoring is number 3."],
  [
    "a file of another group",
    SOC2,
    "roleGroup: soc-monitoring",
    "roleGroup: forensics",
    "roleGroup: this folder is soc-monitoring.",
  ],
  ["a file of another STEP", SOC2, "\nstep: 2", "\nstep: 3", "step: this file is STEP2."],
  ["rows of table 4-n out of order", SOC, "step: 1", "step: 2", "stepTable: row 1 is STEP1."],
  ["a task that is neither study nor work", SOC2, "    kind: work\n", "", "kind is missing (study or work)."],
  ["a judged criterion without a mode", SOC2, /\n {4}mode: understand/, "", "mode is missing: a mentor judges it."],
  [
    "a counted criterion with a mode",
    SOC2,
    "    rule:\n      kind: count",
    "    mode: do\n    rule:\n      kind: count",
    "mode is only for what a mentor judges.",
  ],
  [
    "a STEP of table 1-1 out of order",
    "curriculum/steps.yaml",
    "number: 3",
    "number: 2",
    "number: table 1-1 has STEP3 here.",
  ],
  [
    "a case that lost a sub-case",
    "curriculum/case-drills.yaml",
    /\n {6}- \{ code: case-1\.mitigate[^\n]*/,
    "",
    "cases: 18 sub-cases; the source has 19.",
  ],
  [
    "a sub-case of another case",
    "curriculum/case-drills.yaml",
    "code: case-1.assess",
    "code: case-2.assess",
    "case-2.assess: a sub-case begins with case-1.",
  ],
  ["cases out of order", "curriculum/case-drills.yaml", "number: 2", "number: 3", "number: case 2 stands here."],
  [
    "a default out of its range",
    "policy.yaml",
    "default: 24",
    "default: 240",
    "platform.recordReachMonths: the default is not a whole number from 0 to 120.",
  ],
  [
    "a default that is no option",
    "policy.yaml",
    "default: rolling12Months",
    "default: rolling",
    "the default is none of the options.",
  ],
  [
    "a default that is no yes or no",
    "policy.yaml",
    "default: true",
    'default: "yes"',
    "the default is not true or false.",
  ],
  [
    "an entry that stands twice",
    "policy.yaml",
    "code: nist-sp-800-86",
    "code: df-introduction",
    "g5.s1.readingList: the default has the same code twice.",
  ],
  [
    "a criterion that the source lacks",
    "policy.yaml",
    'usedBy: ["4.1.5.4#2"]',
    'usedBy: ["4.1.5.4#9"]',
    "there is no criterion 4.1.5.4#9.",
  ],
  [
    "a parameter that no rule asks for",
    LIAISON1,
    "{ param: g1.s1.incidentReports.n }",
    "3",
    "g1.s1.incidentReports.n: no rule asks for it.",
  ],
  [
    "a parameter of ours under a foreign name",
    "policy.yaml",
    "code: platform.holdHours",
    "code: holdHours",
    "does not begin with platform.",
  ],
];

describe("files that do not agree with one another", () => {
  test.each(DISAGREEMENTS)("%s", (_, file, from, to, reason) => {
    expect(said(file, from, to).some((fault) => fault.includes(reason))).toBe(true);
  });

  test("the line is that of the rule which asks", () => {
    const faults = said(SOC2, "g3.s2.pairDuty.n", "g3.s2.pairDuty.m");
    const criterion = lineOf(SOC2, "g3.s2.pairDuty.n");
    expect(faults[0]).toMatch(/^policy\.yaml:\d+ {2}g3\.s2\.pairDuty\.n: no rule asks for it\.$/);
    const line = Number(faults[1]?.match(/:(\d+) /)?.[1]);
    expect((criterion ?? 0) - line).toBeLessThanOrEqual(4);
    expect(line).toBeLessThanOrEqual(criterion ?? 0);
  });

  test("one part with two names", () => {
    const file = "curriculum/role-groups/development-support/step-3.yaml";
    const twice =
      'deployment, name: { ja: "導入", en: "Deployment" } }\n        - { code: deployment, name: { ja: "投入", en: "Roll-out" } }';
    expect(said(file, 'deployment, name: { ja: "導入", en: "Deployment" } }', twice)[0]).toContain(
      "the part deployment has two names.",
    );
  });
});
