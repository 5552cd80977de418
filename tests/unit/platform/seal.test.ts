import fc from "fast-check";
import { expect, test } from "vitest";
import { seal, unseal } from "@/lib/platform/seal";

const SECRET = "a secret of at least thirty-two signs";

test("what was sealed is read again, never the same bytes twice", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (purpose, text) => {
      const sealed = seal(SECRET, purpose, text);
      return unseal(SECRET, purpose, sealed) === text && seal(SECRET, purpose, text) !== sealed;
    }),
    { numRuns: 50 },
  );
});

test("with another secret, for another purpose or changed by a letter it cannot be read", () => {
  const sealed = seal(SECRET, "mail password", "ひみつ");
  expect(sealed).not.toContain("ひみつ");
  expect(unseal(`${SECRET}!`, "mail password", sealed)).toBeNull();
  expect(unseal(SECRET, "webhook url 1", sealed)).toBeNull();
  const [version, nonce, tag, text = ""] = sealed.split(".");
  const flipped = `${text.startsWith("A") ? "B" : "A"}${text.slice(1)}`;
  expect(unseal(SECRET, "mail password", [version, nonce, tag, flipped].join("."))).toBeNull();
  expect(unseal(SECRET, "mail password", "v2.a.b.c")).toBeNull();
  expect(unseal(SECRET, "mail password", "")).toBeNull();
});
