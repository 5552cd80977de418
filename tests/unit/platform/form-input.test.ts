import { expect, test } from "vitest";
import { inputOf, namedAsTyped, typedValues } from "@/lib/platform/form-input";

const formOf = (...entries: [string, string | File][]) => {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
};

test("a field given once is a value, several times an array, and x[] always an array", () => {
  const form = formOf(["title", "月次報告"], ["part", "diagram"], ["part", "review"], ["codes[]", "4.1.5.4#1"]);
  expect(inputOf(form)).toEqual({ title: "月次報告", part: ["diagram", "review"], codes: ["4.1.5.4#1"] });
});

test("what was typed comes back under the name it was typed in", () => {
  expect(typedValues(formOf(["title", "月次報告"], ["codes[]", "a"], ["codes[]", "b"]))).toEqual({
    title: ["月次報告"],
    "codes[]": ["a", "b"],
  });
});

test("passwords, tokens, files and React's own fields never come back", () => {
  const file = new File(["name"], "people.csv");
  const form = formOf(
    ["password", "secret"],
    ["currentPassword", "secret"],
    ["token", "secret"],
    ["file", file],
    ["$ACTION_ID_1", ""],
  );
  expect(typedValues(form)).toEqual({ file: [] });
  expect(inputOf(form)).toMatchObject({ password: "secret", token: "secret", file });
  expect(Object.keys(inputOf(form))).not.toContain("$ACTION_ID_1");
});

test("names that no form of ours has are dropped", () => {
  const form = formOf(["__proto__", "x"], ["a b", "x"], ["n".repeat(300), "x"], ["4.1.5.4#1:parts", "ok"]);
  expect(Object.keys(inputOf(form))).toEqual(["4.1.5.4#1:parts"]);
});

test("an error goes to the name the form used", () => {
  expect(namedAsTyped({ codes: ["choose one"], title: ["needed"] }, formOf(["codes[]", "x"]))).toEqual({
    "codes[]": ["choose one"],
    title: ["needed"],
  });
});
