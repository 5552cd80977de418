import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvCell, csvLine } from "@/lib/domain/csv-cell";
import { cellText } from "@/lib/domain/csv-import";

test.each([
  ["plain", "plain"],
  ["", ""],
  ['says "no"', '"says ""no"""'],
  ["two\nlines", '"two\nlines"'],
  ["a,b", '"a,b"'],
  ["=1+1", "'=1+1"],
  ["+81", "'+81"],
  ["-1", "'-1"],
  ["@sum(a)", "'@sum(a)"],
  ['=hyperlink("x","y")', `"'=hyperlink(""x"",""y"")"`],
  ["\tx", "'\tx"],
])("the cell %j is %j", (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});

test("whatever stands in cells is read back as it was, and no cell begins a formula", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 6 }), (cells) => {
      const line = csvLine(cells);
      const [read = []] = parse(line, { relax_column_count: true });
      expect(read.map((cell: string) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell))).toEqual(
        cells.map((cell) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)),
      );
      for (const cell of read) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
  expect(cellText(csvCell("=1+1"))).toBe("=1+1");
});
