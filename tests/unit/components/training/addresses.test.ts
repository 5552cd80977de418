import { expect, test } from "vitest";
import { safeReturn } from "@/app/(workspace)/my-training/_components/safe-return";
import { wishOf } from "@/app/(workspace)/my-training/records/_components/wish";

test.each([
  ["/my-training", "/my-training"],
  ["/my-training/018f/2#g1.s2.triage", "/my-training/018f/2#g1.s2.triage"],
  ["/my-training/records?state=waiting", "/my-training/records?state=waiting"],
  ["/my-training/../people", "/my-training"],
  ["//evil.example/my-training", "/my-training"],
  ["https://evil.example/", "/my-training"],
  ["/my-trainingx", "/my-training"],
  ["javascript:alert(1)", "/my-training"],
  [null, "/my-training"],
])("the form leads back to %s only if it is one's own page", (from, path) => {
  expect(safeReturn(from)).toBe(path);
});

test("what the address asks of the form; the rest of it is left aside", () => {
  expect(wishOf({ criterion: "a:b", month: "2026-10", kind: "report", copy: "r1", from: "/my-training/x/1" })).toEqual({
    criterion: "a:b",
    month: "2026-10",
    kind: "report",
    earlierId: "r1",
    isAnother: false,
    code: "",
    from: "/my-training/x/1",
  });
  expect(wishOf({ month: "2026-13", kind: "poem", from: "https://evil.example", criterion: ["a", "b"] })).toEqual({
    criterion: undefined,
    month: undefined,
    kind: undefined,
    earlierId: null,
    isAnother: false,
    code: "",
    from: null,
  });
  expect(wishOf({ another: "r2", copy: "r1" })).toMatchObject({ earlierId: "r2", isAnother: true });
  expect(wishOf({ code: "M3-1-2" }).code).toBe("M3-1-2");
  expect(wishOf({ code: "x".repeat(500) }).code).toHaveLength(20);
});
