import { assert, property, string, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv } from "@/lib/import/read";
import { decodeFile } from "@/lib/platform/text-file";
import { csv, shiftJis, utf8 } from "@/tests/support/csv-text";

describe("the bytes of a file", () => {
  test.each([
    ["UTF-8", utf8("佐藤 美咲"), "佐藤 美咲", "utf-8"],
    ["UTF-8 with a byte order mark", utf8("\ufeff佐藤"), "佐藤", "utf-8"],
    ["ASCII", utf8("Sato"), "Sato", "utf-8"],
    ["Shift_JIS of Windows", shiftJis("髙橋 ①㈱ 表能ソ ｻﾄｳ"), "髙橋 ①㈱ 表能ソ ｻﾄｳ", "shift_jis"],
    ["nothing", new Uint8Array(), "", "utf-8"],
  ])("are read as %s", (_what, bytes, text, encoding) => {
    expect(decodeFile(bytes)).toEqual({ ok: true, value: { text, encoding } });
  });

  test("a spreadsheet, a picture and UTF-16 are refused by name", () => {
    const zip = new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]);
    expect(decodeFile(zip)).toEqual({ ok: false, refusal: { code: "FileIsSpreadsheet" } });
    const unreadable = { ok: false, refusal: { code: "FileUnreadable" } };
    expect(decodeFile(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 0, 0]))).toEqual(unreadable);
    expect(decodeFile(new Uint8Array(Buffer.from("\ufeff氏名", "utf16le")))).toEqual(unreadable);
    expect(decodeFile(utf8("氏名\u0000"))).toEqual(unreadable);
  });

  test("whatever they are, there is an answer, and text that came back holds no NUL", () => {
    assert(
      property(uint8Array({ maxLength: 200 }), (bytes) => {
        const decoded = decodeFile(bytes);
        expect(decoded.ok ? decoded.value.text.includes("\u0000") : decoded.refusal.code.length).not.toBe(true);
      }),
    );
  });
});

describe("the lines of a file", () => {
  const HEADER = ["氏名", "読み", "メールアドレス"];

  test("are numbered as a spreadsheet does, empty ones and those with line breaks in a cell included", () => {
    const text = csv(HEADER, ["佐藤\r\n美咲", "さとう", "a@b.example"], ["", "", ""], ["鈴木", "すずき"]);
    expect(readCsv(text, "people")).toMatchObject({
      problems: [],
      rows: [
        { row: 2, cells: { name: "佐藤\r\n美咲", reading: "さとう", email: "a@b.example" } },
        { row: 4, cells: { name: "鈴木", reading: "すずき", email: "" } },
      ],
    });
  });

  test("stand in quotes, with quotes in them", () => {
    const { rows } = readCsv(csv(HEADER, ['佐藤 "ミサ" 美咲', "さとう, みさき", "a@b.example"]), "people");
    expect(rows[0]?.cells).toMatchObject({ name: '佐藤 "ミサ" 美咲', reading: "さとう, みさき" });
  });

  test("columns that are not known are ignored and named", () => {
    const { ignored, present } = readCsv(csv([...HEADER, "血液型"], ["佐藤", "さとう", "a@b.example", "A"]), "people");
    expect([ignored, present]).toEqual([["血液型"], ["name", "reading", "email"]]);
  });

  test("mentors and recognitions may be fewer", () => {
    const lines = (count: number) => Array.from({ length: count }, () => ["00123", "1", "1", "2026/4/1", "経験"]);
    const file = (count: number) => csv(["社員番号", "役割グループ", "STEP", "認定日", "理由"], ...lines(count));
    expect(readCsv(file(2000), "recognitions").rows).toHaveLength(2000);
    expect(readCsv(file(2001), "recognitions").problems).toEqual([
      { row: 1, column: null, code: "TooManyLines", values: { lines: 2001, maximum: 2000 } },
    ]);
  });

  test("any text gives lines or says why not", () => {
    assert(
      property(string({ unit: "binary-ascii", maxLength: 80 }), (text) => {
        const { rows, problems } = readCsv(`氏名,読み,メールアドレス\n${text}`, "people");
        expect(rows.length > 0).toBe(problems.length === 0);
      }),
    );
  });
});
