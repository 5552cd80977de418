import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, commitmentTo, digestOf } from "@/lib/platform/digest";
import { contentWith, ownContent } from "@/tests/support/edited-content";

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, shuffled(each)]),
  );
};

describe("canonical JSON", () => {
  test("keys are sorted at every depth, lists keep their order", () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null, gone: undefined })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
  });

  test("the order of keys never changes a digest, and it survives JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const stored: unknown = JSON.parse(JSON.stringify(value));
        return digestOf(shuffled(value)) === digestOf(value) && digestOf(stored) === digestOf(value);
      }),
    );
  });
});

const EDIT = "curriculum/role-groups/soc-monitoring/step-2.yaml";
const before = ownContent();

describe("what makes a new edition", () => {
  test("reading twice gives the same two digests", () => {
    const again = ownContent();
    expect([again.structureDigest, again.wordsDigest]).toEqual([before.structureDigest, before.wordsDigest]);
  });

  test("a changed rule: new structure, same words", () => {
    const after = contentWith(EDIT, "bound: atLeast", "bound: below");
    expect(after.structureDigest).not.toBe(before.structureDigest);
    expect(after.wordsDigest).toBe(before.wordsDigest);
  });

  test("a changed sentence, name of a part or default: same structure, new words", () => {
    const edits = [
      contentWith(EDIT, /text: \{ ja: "/, 'text: { ja: "改めて'),
      contentWith("curriculum/role-groups/development-support/step-3.yaml", 'en: "Deployment"', 'en: "Roll-out"'),
      contentWith("policy.yaml", "default: 24", "default: 36"),
    ];
    for (const after of edits) {
      expect(after.structureDigest).toBe(before.structureDigest);
      expect(after.wordsDigest).not.toBe(before.wordsDigest);
    }
  });

  test("a criterion taken away: new structure and new words", () => {
    const after = contentWith(EDIT, /\n {2}- code: g3\.s2\.solo-duty[\s\S]*?(?=\n {2}- code)/, "");
    expect(after.structureDigest).not.toBe(before.structureDigest);
    expect(after.wordsDigest).not.toBe(before.wordsDigest);
  });

  test("the structure holds no word: no Japanese, no name, no text", () => {
    expect(JSON.stringify(before.structure)).not.toMatch(/[ぁ-んァ-ヶ一-龠]|"(name|text|title|source)"/);
  });
});

test("a commitment holds for its salt and its value only", () => {
  const value = { title: "10月の月次報告" };
  expect(commitmentTo("00ff", value)).toBe(commitmentTo("00ff", { title: "10月の月次報告" }));
  expect(commitmentTo("00fe", value)).not.toBe(commitmentTo("00ff", value));
  expect(commitmentTo("00ff", { title: "9月の月次報告" })).not.toBe(commitmentTo("00ff", value));
});
