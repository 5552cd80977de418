import { expect, test } from "vitest";
import { safePath } from "@/lib/platform/safe-path";

test.each(["/", "/my-training", "/reviews?page=2", "/trainees/1/steps/2?x=%2F"])("%s is a way back", (path) => {
  expect(safePath(path)).toBe(path);
});

test.each([
  undefined,
  "",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "https://evil.example/",
  "https:evil.example",
  "javascript:alert(1)",
  "/\t/evil.example",
  "/..//evil.example",
  "/sign-in?next=/sign-in",
  `/${"x".repeat(2001)}`,
])("%j leads to the start page", (path) => {
  expect(safePath(path)).toBe("/");
});
