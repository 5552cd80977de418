import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wrapped } from "@/lib/paper/wrap";

/** Every character is one wide. */
const inLines = (text: string, width: number) => wrapped(text, width, (part) => [...part].length);

describe("where a line breaks", () => {
  test.each([
    ["a short text not at all", "報告", 10, ["報告"]],
    ["between Japanese characters", "月次報告を書いた", 5, ["月次報告を", "書いた"]],
    ["never before a full stop or a small kana", "報告を送った。", 5, ["報告を送っ", "た。"]],
    ["never after an opening bracket", "報告「十月分」を", 3, ["報告", "「十月", "分」を"]],
    ["between words", "wrote the report", 9, ["wrote the", "report"]],
    ["between Japanese and a word", "手順をwikiへ", 5, ["手順を", "wikiへ"]],
    ["inside a word that is longer than a line", "https://wiki", 5, ["https", "://wi", "ki"]],
    ["where the text itself does", "一\n二", 5, ["一", "二"]],
    ["nowhere in nothing", "", 5, [""]],
  ])("%s", (_, text, width, lines) => {
    expect(inLines(text, width)).toEqual(lines);
  });

  test("a kanji outside of the first plane is one character", () => {
    expect(inLines("𠮷野家𠮷野家", 3)).toEqual(["𠮷野家", "𠮷野家"]);
  });
});

test("nothing is lost and no line is too wide, whatever is written", () => {
  const text = fc.string({ unit: fc.constantFrom(..."報告。、「」ょー𠮷abc -/ "), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.integer({ min: 4, max: 20 }), (written, width) => {
      const lines = inLines(written, width);
      expect(lines.join("").replaceAll(" ", "")).toBe(written.replaceAll(" ", ""));
      for (const line of lines) expect([...line].length).toBeLessThanOrEqual(width);
    }),
  );
});
