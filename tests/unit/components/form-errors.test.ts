import { expect, test } from "vitest";
import { errorsOf } from "@/components/form/form-context";

const message = { code: "Invalid", title: "" };
const state = (fields: Record<string, string[]>) => ({ status: "invalid" as const, values: {}, fields, message });

test("what is wrong is said at the field of that name", () => {
  expect(errorsOf(state({ toOn: ["Choose"] }), "toOn")).toEqual(["Choose"]);
  expect(errorsOf(state({ toOn: ["Choose"] }), "fromOn")).toEqual([]);
});

test("boxes are found by their name with or without its brackets: none ticked is none sent", () => {
  expect(errorsOf(state({ tracks: ["Choose"] }), "tracks[]")).toEqual(["Choose"]);
  expect(errorsOf(state({ "tracks[]": ["Choose"] }), "tracks[]")).toEqual(["Choose"]);
});
