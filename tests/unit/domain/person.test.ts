import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/access";
import {
  addPerson,
  changedFields,
  deactivate,
  editPerson,
  isActiveOn,
  isReading,
  mayBeEnrolled,
  nameIn,
  normaliseReading,
  type PersonFacts,
  type PersonProfile,
  type PersonRefusal,
  reactivate,
} from "@/lib/domain/person";
import { NOBODY } from "@/tests/support/nobody";

const nobody: Actor = { ...NOBODY, id: "misaki", isTrainee: true };
const shin: Actor = { ...nobody, id: "shin", isAdmin: true, isTrainee: false };
const makoto: Actor = { ...nobody, id: "makoto", managedTeamIds: ["hq"] };

const ren: PersonProfile = {
  name: "鈴木 蓮",
  reading: "すずき れん",
  latinName: "Ren Suzuki",
  employeeNumber: "00124",
  email: "ren@aoba.example",
  locale: "ja",
  affiliation: "own",
  endsOn: null,
};
const facts = (change: Partial<PersonFacts> = {}): PersonFacts => ({
  personId: "ren",
  profile: ren,
  deactivated: false,
  isLastAdministrator: false,
  ...change,
});
const noClash = { email: false, employeeNumber: false };
const now = new Date("2026-11-20T01:00:00Z");
const refused = (code: PersonRefusal["code"]) => ({ ok: false, refusal: { code } });

describe("a reading", () => {
  test.each([
    ["サトウ ミサキ", "さとう みさき"],
    ["ｻﾄｳ ﾐｻｷ", "さとう みさき"],
    ["さとう　みさき", "さとう みさき"],
    ["  ヴァン・ダム  ", "ゔぁん・だむ"],
    ["ジョー", "じょー"],
    ["Ｓｍｉｔｈ John", "Smith John"],
  ])("%s is kept as %s", (typed, kept) => {
    expect(normaliseReading(typed)).toBe(kept);
    expect(isReading(typed)).toBe(true);
  });

  test.each(["佐藤 美咲", "さとう123", "さとう<b>", ""])("%s is none", (typed) => {
    expect(isReading(typed)).toBe(false);
  });

  test("normalising twice changes nothing", () => {
    for (const text of ["ｶﾞｷﾞ", "ヷ", "か゛", "Ｏ’Ｎｅｉｌ"]) {
      expect(normaliseReading(normaliseReading(text))).toBe(normaliseReading(text));
    }
  });
});

test("an English reader sees the Latin name, or the name where nobody wrote one", () => {
  expect(nameIn("en", ren)).toBe("Ren Suzuki");
  expect(nameIn("ja", ren)).toBe("鈴木 蓮");
  expect(nameIn("en", { name: "鈴木 蓮", latinName: "" })).toBe("鈴木 蓮");
});

test.each([
  ["the day before the last", "2026-11-19", true],
  ["the last day", "2026-11-20", true],
  ["the day after it", "2026-11-21", false],
])("on %s a person is active: %s %s", (_when, today, active) => {
  expect(isActiveOn({ deactivated: false, endsOn: "2026-11-20" }, today)).toBe(active);
  expect(isActiveOn({ deactivated: true, endsOn: "2026-11-20" }, today)).toBe(false);
});

test("without a last day only a deactivation ends the activity", () => {
  expect(isActiveOn({ deactivated: false, endsOn: null }, "2999-12-31")).toBe(true);
  expect(isActiveOn({ deactivated: true, endsOn: null }, "2026-11-20")).toBe(false);
});

describe("who may be enrolled, by policy", () => {
  test.each([
    [{}, ["own", "seconded", "dispatched", "contractor"]],
    [{ "platform.enrolment.affiliations": "everyone" }, ["own", "seconded", "dispatched", "contractor"]],
    [{ "platform.enrolment.affiliations": "notContractors" }, ["own", "seconded", "dispatched"]],
    [{ "platform.enrolment.affiliations": "ownAndSeconded" }, ["own", "seconded"]],
    [{ "platform.enrolment.affiliations": "ownOnly" }, ["own"]],
  ])("%o lets in %o", (policy, allowed) => {
    const all = ["own", "seconded", "dispatched", "contractor"] as const;
    expect(all.filter((affiliation) => mayBeEnrolled(affiliation, policy))).toEqual(allowed);
  });
});

describe("adding a person", () => {
  test("an administrator adds Ren", () => {
    expect(addPerson(ren, noClash, shin)).toEqual({ ok: true, value: ren });
  });
  test("a manager and a trainee see no such thing", () => {
    expect(addPerson(ren, noClash, makoto)).toEqual(refused("NotFound"));
    expect(addPerson(ren, { email: true, employeeNumber: true }, nobody)).toEqual(refused("NotFound"));
  });
  test("an e-mail address or an employee number belongs to one person", () => {
    expect(addPerson(ren, { email: true, employeeNumber: false }, shin)).toEqual(refused("EmailTaken"));
    expect(addPerson(ren, { email: false, employeeNumber: true }, shin)).toEqual(refused("EmployeeNumberTaken"));
  });
});

describe("editing a person", () => {
  const wish = { ...ren, name: "鈴木 廉", endsOn: "2027-03-31" };
  const edit = { wish, clashes: noClash, pageIsCurrent: true };

  test("says which fields change", () => {
    expect(editPerson(facts(), edit, shin)).toEqual({ ok: true, value: ["name", "endsOn"] });
    expect(changedFields(ren, ren)).toEqual([]);
  });
  test("the same form sent again changes nothing, however old the page", () => {
    expect(editPerson(facts({ profile: wish }), { ...edit, pageIsCurrent: false }, shin)).toEqual({
      ok: true,
      value: [],
    });
  });
  test.each<[string, PersonFacts | null, Partial<typeof edit>, Actor, PersonRefusal["code"]]>([
    ["somebody who is not there", null, {}, shin, "NotFound"],
    ["by a manager", facts(), {}, makoto, "NotFound"],
    ["from a stale page", facts(), { pageIsCurrent: false }, shin, "PersonChangedMeanwhile"],
    ["to another's address", facts(), { clashes: { email: true, employeeNumber: false } }, shin, "EmailTaken"],
    ["to a last day of the last administrator", facts({ isLastAdministrator: true }), {}, shin, "LastAdministrator"],
  ])("is refused: %s", (_case, person, change, actor, code) => {
    expect(editPerson(person, { ...edit, ...change }, actor)).toEqual(refused(code));
  });
  test("the last administrator may change their name", () => {
    const renamed = { ...edit, wish: { ...ren, name: "鈴木 廉" } };
    expect(editPerson(facts({ isLastAdministrator: true }), renamed, shin)).toEqual({ ok: true, value: ["name"] });
  });
});

describe("deactivating", () => {
  test("an administrator deactivates Ren", () => {
    expect(deactivate(facts(), { actor: shin, now })).toEqual({ ok: true, value: { personId: "ren" } });
  });
  test.each<[string, PersonFacts | null, Actor, PersonRefusal["code"]]>([
    ["somebody who is not there", null, shin, "NotFound"],
    ["by a manager", facts(), makoto, "NotFound"],
    ["oneself", facts({ personId: "shin" }), shin, "OwnAccount"],
    ["somebody deactivated", facts({ deactivated: true }), shin, "AlreadyDeactivated"],
    ["the last administrator", facts({ isLastAdministrator: true }), shin, "LastAdministrator"],
  ])("is refused: %s", (_case, person, actor, code) => {
    expect(deactivate(person, { actor, now })).toEqual(refused(code));
  });
});

describe("reactivating", () => {
  const gone = facts({ deactivated: true, profile: { ...ren, endsOn: "2026-11-20" } });

  test("on the last day Ren may come back", () => {
    expect(reactivate(gone, "2026-11-20", shin)).toEqual({ ok: true, value: { personId: "ren" } });
  });
  test.each<[string, PersonFacts | null, Actor, PersonRefusal["code"]]>([
    ["somebody who is not there", null, shin, "NotFound"],
    ["by a manager", gone, makoto, "NotFound"],
    ["somebody who is active", facts(), shin, "NotDeactivated"],
    ["after the last day", gone, shin, "EndDayPassed"],
  ])("is refused: %s", (_case, person, actor, code) => {
    expect(reactivate(person, "2026-11-21", actor)).toEqual(refused(code));
  });
});
