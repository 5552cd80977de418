import { expect, test } from "vitest";
import { partedFields } from "@/components/form/returned-fields";

const isTyped = (kind: string): kind is "title" | "reason" => kind === "title" || kind === "reason";
const parted = (values: Record<string, string[]>) => {
  const { shown, carried } = partedFields(values, isTyped);
  return {
    shown: shown.map(({ name, kind, value }) => [name, kind, value]),
    carried: carried.map(({ name, value }) => [name, value]),
  };
};

test("what was typed is shown, what was chosen goes along, and nothing is lost on the way", () => {
  expect(parted({ title: ["月次報告"], kind: ["report"], "claims[]": ["a", "b"] })).toEqual({
    shown: [["title", "title", "月次報告"]],
    carried: [
      ["kind", "report"],
      ["claims[]", "a"],
      ["claims[]", "b"],
    ],
  });
});

test("a field named after what it belongs to is of its kind", () => {
  expect(
    parted({ "reason:g7.s1.co-design": ["影響範囲がない"], "title.3": ["手引き"], title2: ["二つめ"] }).shown,
  ).toEqual([
    ["reason:g7.s1.co-design", "reason", "影響範囲がない"],
    ["title.3", "title", "手引き"],
    ["title2", "title", "二つめ"],
  ]);
});

test("a field left empty is not shown, but sent as it was", () => {
  expect(parted({ title: [""] })).toEqual({ shown: [], carried: [["title", ""]] });
});
