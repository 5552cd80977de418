import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/access";
import {
  actsOf,
  badLine,
  cellsOf,
  cellText,
  changedLine,
  countLines,
  dayText,
  type ImportColumn,
  importsOf,
  matchHeader,
  mayImport,
  newLine,
  unchangedLine,
  withoutZeros,
} from "@/lib/domain/csv-import";

const nobody: Actor = {
  id: "soto",
  isAdmin: false,
  isAuditor: true,
  isTrainee: true,
  managedTeamIds: [],
  mentorships: [{ roleGroupCode: "forensics", teamId: null }],
  appointments: [],
};
const shin: Actor = { ...nobody, id: "shin", isAdmin: true };
const makoto: Actor = { ...nobody, id: "makoto", managedTeamIds: ["hq"] };

test("an administrator brings in people, teams and enrolments; a manager what a manager decides", () => {
  expect(importsOf(shin)).toEqual(["teams", "people", "enrolments"]);
  expect(importsOf(makoto)).toEqual(["enrolments", "mentors", "recognitions"]);
  expect(importsOf({ ...makoto, isAdmin: true })).toHaveLength(5);
  expect(importsOf(nobody)).toEqual([]);
  expect(mayImport(shin, "recognitions")).toBe(false);
});

const COLUMNS: readonly ImportColumn[] = [
  { key: "number", headers: ["社員番号", "Employee number", "従業員コード"], required: false },
  { key: "name", headers: ["氏名", "Name"], required: true, insteadOf: ["family", "given"] },
  { key: "family", headers: ["姓", "Family name"], required: false },
  { key: "given", headers: ["名", "Given name"], required: false },
  { key: "email", headers: ["メールアドレス", "E-mail", "Email"], required: true },
];

describe("the header", () => {
  const keysOf = (...cells: string[]) => Object.fromEntries(matchHeader(COLUMNS, cells).header.at);

  test("is read in Japanese or English, in any order and any width", () => {
    expect(keysOf("メールアドレス", "氏名", "社員番号")).toEqual({ email: 0, name: 1, number: 2 });
    expect(keysOf("employee_number", "NAME", "Ｅ－ｍａｉｌ")).toEqual({ number: 0, name: 1, email: 2 });
    expect(keysOf(" 従業員コード ", "氏 名", "email")).toEqual({ number: 0, name: 1, email: 2 });
  });
  test("says which columns are missing and which stand twice", () => {
    expect(matchHeader(COLUMNS, ["社員番号"]).problems).toEqual([
      { column: "name", code: "ColumnMissing" },
      { column: "email", code: "ColumnMissing" },
    ]);
    expect(matchHeader(COLUMNS, ["氏名", "Email", "メールアドレス"]).problems).toEqual([
      { column: "email", code: "ColumnTwice" },
    ]);
  });
  test("takes 姓 and 名 for 氏名, but not one of them alone", () => {
    expect(matchHeader(COLUMNS, ["姓", "名", "Email"]).problems).toEqual([]);
    expect(matchHeader(COLUMNS, ["姓", "Email"]).problems).toEqual([{ column: "name", code: "ColumnMissing" }]);
  });
  test("names what it ignores, and forgets empty columns", () => {
    expect(matchHeader(COLUMNS, ["氏名", "血液型", "Email", ""]).header.ignored).toEqual(["血液型"]);
  });
  test("a line may be shorter than the header", () => {
    const { header } = matchHeader(COLUMNS, ["氏名", "Email"]);
    expect(cellsOf(header, ["佐藤 美咲"])).toEqual({ name: "佐藤 美咲", email: "" });
    expect(cellsOf(header, [' ="00123" ', " a@b.example "])).toEqual({ name: "00123", email: "a@b.example" });
  });
});

test.each([
  ['="00123"', "00123"],
  ['="say ""hi"""', 'say "hi"'],
  ["'=1+1", "=1+1"],
  ["'@name", "@name"],
  ["'quoted'", "'quoted'"],
  ["O'Neil", "O'Neil"],
  ["  text  ", "text"],
  ["", ""],
])("the cell %s holds %s", (raw, text) => {
  expect(cellText(raw)).toBe(text);
});

test.each([
  ["2026/4/1", "2026-04-01"],
  ["2026-04-01", "2026-04-01"],
  ["2026.12.31", "2026-12-31"],
  ["2026年4月1日", "2026-04-01"],
  ["２０２６／４／１", "2026-04-01"],
  [" 2026/04/01 ", "2026-04-01"],
  ["平成30年4月1日", "平成30年4月1日"],
  ["4/1/2026", "4/1/2026"],
  ["46113", "46113"],
  ["", ""],
])("the day %s is %s", (raw, day) => {
  expect(dayText(raw)).toBe(day);
});

test.each([
  ["00123", "123"],
  ["123", "123"],
  ["000", "0"],
  ["0A1", "A1"],
])("without zeros %s is %s", (number, without) => {
  expect(withoutZeros(number)).toBe(without);
});

test("lines are counted by what they do, and only those that act are written", () => {
  const lines = [
    newLine(2, "佐藤 美咲", "add"),
    unchangedLine(3, "鈴木 蓮"),
    changedLine(4, "高橋 健一", "edit", [{ column: "email", from: "a", to: "b" }]),
    badLine(5, "", [{ column: "name", code: "required" }]),
    newLine(6, "伊藤 裕子", "add"),
  ];
  expect(countLines(lines)).toEqual({ bad: 1, new: 2, changed: 1, unchanged: 1 });
  expect(actsOf(lines)).toEqual(["add", "edit", "add"]);
  expect(lines.map(({ row, problems }) => [row, problems.length])).toEqual([
    [2, 0],
    [3, 0],
    [4, 0],
    [5, 1],
    [6, 0],
  ]);
});
