import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/access";
import { acceptPassword, offerLink } from "@/lib/domain/identity";
import { NOBODY } from "@/tests/support/nobody";

const hanako = { email: "hanako.sato@example.com", name: "佐藤 花子", latinName: "Hanako Sato" };
const isCommon = (password: string) => password === "qwerty123456";
const codeOf = (password: string) => {
  const decision = acceptPassword(password, hanako, isCommon);
  return decision.ok ? "accepted" : decision.refusal.code;
};

describe("a password", () => {
  test.each([
    "correct horse battery",
    "つくえのうえにはりんごがみっつ",
    "aB3$aB3$xY9!",
    "            x y z w v u t",
    "🐟🐟🐟🍎🍎🍎🌲🌲🌲🚗🚗🚗🏠🏠🏠",
  ])("%s may be chosen: nothing is said about its make-up", (password) => expect(codeOf(password)).toBe("accepted"));

  test("has 12 to 128 characters, as people count them", () => {
    expect(codeOf("abcdefgh123")).toBe("PasswordTooShort");
    expect(codeOf("abcdefgh1234")).toBe("accepted");
    expect(codeOf("🐟🍎🌲🚗🏠🐟🍎🌲🚗🏠🐟")).toBe("PasswordTooShort");
    expect(codeOf("abcdefgh".repeat(16))).toBe("accepted");
    expect(codeOf(`${"abcdefgh".repeat(16)}x`)).toBe("PasswordTooLong");
  });

  test.each([
    "hanako.sato@example.com",
    "HanakoSato1234",
    "ｈａｎａｋｏ-sato-99",
    "佐藤花子sodate2026",
    "csirt-password-1",
  ])("%s is made of what anybody would guess", (password) => expect(codeOf(password)).toBe("PasswordPersonal"));

  test("with one's name in it and enough besides is fine", () =>
    expect(codeOf("hanako eats rice daily")).toBe("accepted"));

  test("that many people use is refused", () => {
    expect(codeOf("qwerty123456")).toBe("PasswordCommon");
    expect(codeOf("abababababab")).toBe("PasswordCommon");
  });
});

describe("a one-time link", () => {
  const nobody: Actor = { ...NOBODY, id: "n", managedTeamIds: ["t"] };
  const admin = { ...nobody, isAdmin: true };
  const joined = { isDeactivated: false, hasPassword: true };
  const invited = { isDeactivated: false, hasPassword: false };
  const outcome = (kind: "invitation" | "reset", person: typeof joined | null, actor: Actor) => {
    const decision = offerLink(kind, person, actor);
    return decision.ok ? "made" : decision.refusal.code;
  };

  test("invites who has no password, resets who has one", () => {
    expect(outcome("invitation", invited, admin)).toBe("made");
    expect(outcome("invitation", joined, admin)).toBe("AlreadyJoined");
    expect(outcome("reset", joined, admin)).toBe("made");
    expect(outcome("reset", invited, admin)).toBe("NotJoinedYet");
  });

  test("is not made for somebody who was deactivated", () => {
    expect(outcome("reset", { ...joined, isDeactivated: true }, admin)).toBe("PersonDeactivated");
  });

  test("is the administrator's; to others nobody is there", () => {
    expect(outcome("invitation", invited, nobody)).toBe("NotFound");
    expect(outcome("invitation", null, admin)).toBe("NotFound");
  });
});
