import { expect, test } from "vitest";
import { hashToken, isToken, keyedDigest, newToken } from "@/lib/platform/tokens";

test("a token is 256 bits that never come twice", () => {
  const tokens = Array.from({ length: 1000 }, newToken);
  expect(new Set(tokens).size).toBe(1000);
  expect(tokens.every(isToken)).toBe(true);
  expect(Buffer.from(tokens[0] ?? "", "base64url")).toHaveLength(32);
});

test("anything else is not a token", () => {
  expect(["", "abc", `${newToken()}x`, newToken().slice(1), `${newToken().slice(0, 42)}=`].some(isToken)).toBe(false);
});

test("the same token has the same hash, another has another", () => {
  const token = newToken();
  expect(hashToken(token)).toEqual(hashToken(token));
  expect(hashToken(token)).toHaveLength(32);
  expect(hashToken(newToken())).not.toEqual(hashToken(token));
});

test("a keyed digest says nothing without the secret and does not mix its parts", () => {
  expect(keyedDigest("s", "a", "b")).toBe(keyedDigest("s", "a", "b"));
  expect(keyedDigest("s", "a", "b")).not.toBe(keyedDigest("t", "a", "b"));
  expect(keyedDigest("s", "ab", "c")).not.toBe(keyedDigest("s", "a", "bc"));
  expect(keyedDigest("s", "hanako@example.com")).not.toContain("hanako");
});
