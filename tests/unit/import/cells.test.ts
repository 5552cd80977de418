import { describe, expect, test } from "vitest";
import {
  affiliationWord,
  enrollableWord,
  localeWord,
  type RoleGroupNames,
  roleGroupWord,
  trackWords,
} from "@/lib/import/choice-words";
import { parseLine } from "@/lib/import/line";
import { findByKey, findKnown, keyFields } from "@/lib/import/person-key";
import { findTeam } from "@/lib/import/team-key";
import { indexPeople, type PersonInWorld, type World } from "@/lib/import/world";
import { line } from "@/lib/platform/fields";

const GROUPS: RoleGroupNames = [
  {
    code: "soc-monitoring",
    names: ["3", "情報収集/情報分析(SOC/監視)", "Information gathering and analysis", "SOC/監視", "SOC"],
  },
  { code: "forensics", names: ["5", "フォレンジック", "Forensics"] },
];

describe("words for a choice", () => {
  test.each([
    ["自組織", "own"],
    ["正社員", "own"],
    ["Own staff", "own"],
    ["出向者", "seconded"],
    ["派遣 社員", "dispatched"],
    ["業務委託", "contractor"],
    ["CONTRACTOR", "contractor"],
    ["", null],
  ])("affiliation %s is %s", (word, code) => {
    expect(affiliationWord().parse(word)).toBe(code);
  });

  test.each([
    ["日本語", "ja"],
    ["ＪＡ", "ja"],
    ["English", "en"],
    ["", null],
  ])("language %s is %s", (word, code) => {
    expect(localeWord().parse(word)).toBe(code);
  });

  test.each([
    ["3", "soc-monitoring"],
    ["３", "soc-monitoring"],
    ["SOC/監視", "soc-monitoring"],
    ["情報収集／情報分析（SOC／監視）", "soc-monitoring"],
    ["soc-monitoring", "soc-monitoring"],
    ["フォレンジック", "forensics"],
    ["FORENSICS", "forensics"],
  ])("role group %s is %s", (word, code) => {
    expect(roleGroupWord(GROUPS).parse(word)).toBe(code);
    expect(enrollableWord(GROUPS).parse(word)).toBe(code);
  });

  test("basic education is a choice for enrolments and recognitions only", () => {
    expect(enrollableWord(GROUPS).parse("基礎教育")).toBeNull();
    expect(enrollableWord(GROUPS).parse("Basic education")).toBeNull();
    expect(roleGroupWord(GROUPS).safeParse("基礎教育").success).toBe(false);
  });

  test.each([
    ["管理", ["management"]],
    ["診断", ["diagnosis"]],
    ["管理・診断", ["management", "diagnosis"]],
    ["診断、管理", ["management", "diagnosis"]],
    ["both", ["management", "diagnosis"]],
    ["", null],
  ])("tracks %s are %o", (word, codes) => {
    expect(trackWords().parse(word)).toEqual(codes);
  });

  test("any other word is no choice", () => {
    for (const field of [affiliationWord(), localeWord(), trackWords(), roleGroupWord(GROUPS)]) {
      expect(field.safeParse("調理").error?.issues.map(({ message }) => message)).toEqual(["notAChoice"]);
    }
    expect(roleGroupWord(GROUPS).safeParse("").error?.issues[0]?.message).toBe("required");
  });
});

describe("a line", () => {
  const fields = { name: line(5), note: line(5) };

  test("gives the values it has, and says what is wrong by column", () => {
    expect(parseLine(fields, { row: 2, cells: { name: " 佐藤 ", note: "長すぎる文です" } })).toEqual({
      values: { name: "佐藤" },
      problems: [{ column: "note", code: "tooLong", values: { maximum: 5 } }],
    });
  });
  test("is silent about columns that the file does not have", () => {
    expect(parseLine(fields, { row: 2, cells: { name: "佐藤" } })).toEqual({ values: { name: "佐藤" }, problems: [] });
  });
});

const person = (personId: string, employeeNumber: string | null, email: string): PersonInWorld => ({
  personId,
  profile: {
    name: personId,
    reading: "よみ",
    latinName: "",
    employeeNumber,
    email,
    locale: "ja",
    affiliation: "own",
    endsOn: null,
  },
  deactivated: false,
  isLastAdministrator: false,
  memberships: [],
  enrolments: [],
  mentorships: [],
});

describe("whom a line names", () => {
  const misaki = person("misaki", "00123", "misaki@aoba.example");
  const ren = person("ren", null, "ren@aoba.example");
  const index = indexPeople([misaki, ren]);

  test.each([
    ["the number", { employeeNumber: "00123" }, misaki],
    ["the address", { email: "ren@aoba.example" }, ren],
    ["both", { employeeNumber: "00123", email: "misaki@aoba.example" }, misaki],
    ["the number, with a new address", { employeeNumber: "00123", email: "new@aoba.example" }, misaki],
    ["the address, with a new number", { employeeNumber: "00999", email: "ren@aoba.example" }, ren],
    ["nobody yet", { employeeNumber: "00999", email: "new@aoba.example" }, null],
  ])("is found by %s", (_how, key, found) => {
    expect(findByKey(key, index)).toEqual({ person: found, problems: [] });
  });

  const codes = (found: { problems: readonly { code: string }[] }) => found.problems.map(({ code }) => code);

  test("is nobody where two are meant, or where zeros were lost", () => {
    expect(codes(findByKey({ employeeNumber: "00123", email: "ren@aoba.example" }, index))).toEqual([
      "PersonAmbiguous",
    ]);
    for (const number of ["123", "0123", "000123"]) {
      expect(codes(findByKey({ employeeNumber: number }, index))).toEqual(["LeadingZeros"]);
    }
  });

  test("must be somebody where the line is about a known person", () => {
    expect(codes(findKnown({}, index))).toEqual(["PersonKeyMissing"]);
    expect(codes(findKnown({ employeeNumber: null, email: null }, index))).toEqual(["PersonKeyMissing"]);
    expect(codes(findKnown({ email: "new@aoba.example" }, index))).toEqual(["PersonUnknown"]);
    expect(codes(findKnown({ employeeNumber: "123" }, index))).toEqual(["LeadingZeros"]);
    expect(findKnown({ employeeNumber: "00123" }, index).person).toBe(misaki);
  });

  test("is read in any case and width", () => {
    const row = { row: 2, cells: { employeeNumber: " 00123 ", email: " Ｍisaki@AOBA.example " } };
    const { values } = parseLine(keyFields, row);
    expect(findByKey(values, index).person).toBe(misaki);
  });
});

test("a team is named by its code; an empty cell names none", () => {
  const team: World["teams"][number] = {
    teamId: "hq",
    ancestorIds: ["hq"],
    code: "hq",
    profile: { nameJa: "本社", nameEn: "HQ", timeZone: "Asia/Tokyo", fiscalYearStartMonth: 4 },
    parentId: null,
    closed: false,
    today: "2026-11-20",
  };
  const world = { teams: [team] };
  expect(findTeam("hq", world)).toEqual({ team, problems: [] });
  expect(findTeam(null, world)).toEqual({ team: null, problems: [] });
  expect(findTeam(undefined, world)).toEqual({ team: null, problems: [] });
  expect(findTeam("moon", world).problems).toEqual([{ column: "team", code: "TeamUnknown", values: { team: "moon" } }]);
});
