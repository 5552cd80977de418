import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/access";
import {
  join,
  leave,
  type MembershipRefusal,
  type MembershipSpan,
  type MembershipWish,
  overlaps,
  standsOn,
} from "@/lib/domain/membership";
import { NOBODY } from "@/tests/support/nobody";

const makoto: Actor = { ...NOBODY, id: "makoto", managedTeamIds: ["hq"] };
const shin: Actor = { ...makoto, id: "shin", isAdmin: true, managedTeamIds: [] };

/** Ren has been in the SOC since April 2024. */
const inSoc: MembershipSpan = {
  membershipId: "ren-in-soc",
  teamId: "soc",
  isMain: true,
  fromOn: "2024-04-01",
  toOn: null,
};
const toPlant: MembershipWish = { teamId: "plant", isMain: true, fromOn: "2026-12-01", toOn: null };
const facts = (...memberships: MembershipSpan[]) => ({ memberships, teamIsClosed: false });
const refused = (code: MembershipRefusal["code"]) => ({ ok: false, refusal: { code } });

test.each([
  ["the day before", "2024-03-31", false],
  ["the first day", "2024-04-01", true],
  ["the last day", "2024-09-30", true],
  ["the day after", "2024-10-01", false],
])("on %s a membership stands: %s %s", (_when, day, stands) => {
  expect(standsOn({ fromOn: "2024-04-01", toOn: "2024-09-30" }, day)).toBe(stands);
});

test("an open membership stands for good", () => {
  expect(standsOn(inSoc, "2999-01-01")).toBe(true);
});

test.each([
  ["2024-01-01", "2024-03-31", false],
  ["2024-01-01", "2024-04-01", true],
  ["2024-09-30", null, true],
  ["2024-10-01", null, false],
])("April to September 2024 meets %s to %s: %s", (fromOn, toOn, meets) => {
  const half = { fromOn: "2024-04-01", toOn: "2024-09-30" };
  expect(overlaps(half, { fromOn, toOn })).toBe(meets);
  expect(overlaps({ fromOn, toOn }, half)).toBe(meets);
});

describe("joining a team", () => {
  test("the first membership ends nothing", () => {
    expect(join(facts(), toPlant, shin)).toEqual({ ok: true, value: { ended: null } });
  });

  test("a transfer on 1 December ends the SOC on 30 November", () => {
    expect(join(facts(inSoc), toPlant, shin)).toEqual({
      ok: true,
      value: { ended: { membershipId: "ren-in-soc", toOn: "2026-11-30" } },
    });
  });

  test("a transfer over the turn of the year and on 1 March of a leap year", () => {
    const lastDay = (fromOn: string) => {
      const decision = join(facts(inSoc), { ...toPlant, fromOn }, shin);
      return decision.ok ? decision.value.ended?.toOn : null;
    };
    expect(lastDay("2027-01-01")).toBe("2026-12-31");
    expect(lastDay("2028-03-01")).toBe("2028-02-29");
  });

  test("an additional membership leaves the main one as it is", () => {
    expect(join(facts(inSoc), { ...toPlant, isMain: false }, shin)).toEqual({ ok: true, value: { ended: null } });
  });

  test("a main membership that ended makes room, and the same team can be joined again", () => {
    const before = { ...inSoc, toOn: "2026-11-30" };
    expect(join(facts(before), toPlant, shin)).toEqual({ ok: true, value: { ended: null } });
    expect(join(facts(before), { ...toPlant, teamId: "soc" }, shin)).toEqual({ ok: true, value: { ended: null } });
  });

  const mainInPlant: MembershipSpan = { ...inSoc, teamId: "plant" };
  test.each<[string, Parameters<typeof join>[0], Partial<MembershipWish>, Actor, MembershipRefusal["code"]]>([
    ["nobody there", null, {}, shin, "NotFound"],
    ["by a manager", facts(), {}, makoto, "NotFound"],
    ["a closed team", { memberships: [], teamIsClosed: true }, {}, shin, "TeamIsClosed"],
    ["ending before it begins", facts(), { toOn: "2026-11-30" }, shin, "EndsBeforeItBegins"],
    ["the same team again", facts(mainInPlant), {}, shin, "AlreadyMember"],
    ["the same team on its last day", facts({ ...mainInPlant, toOn: "2026-12-01" }), {}, shin, "AlreadyMember"],
    ["a main one with an end that overlaps", facts({ ...inSoc, toOn: "2027-03-31" }), {}, shin, "MainTeamOverlaps"],
    ["a main one that began the same day", facts({ ...inSoc, fromOn: "2026-12-01" }), {}, shin, "MainTeamOverlaps"],
    ["a main one that begins later", facts({ ...inSoc, fromOn: "2027-04-01" }), {}, shin, "MainTeamOverlaps"],
  ])("is refused: %s", (_case, given, change, actor, code) => {
    expect(join(given, { ...toPlant, ...change }, actor)).toEqual(refused(code));
  });

  test("a membership of one day is one", () => {
    expect(join(facts(), { ...toPlant, toOn: "2026-12-01" }, shin).ok).toBe(true);
  });
});

describe("leaving a team", () => {
  const on = (toOn: string) => ({ toOn, today: "2026-11-20" });

  test("Ren leaves the SOC on the last day of March", () => {
    expect(leave(inSoc, on("2027-03-31"), shin)).toEqual({ ok: true, value: { membership: inSoc, changed: true } });
  });
  test("the same form sent again changes nothing", () => {
    const left = { ...inSoc, toOn: "2025-03-31" };
    expect(leave(left, on("2025-03-31"), shin)).toEqual({ ok: true, value: { membership: left, changed: false } });
  });
  test("a last day that is still to come can be moved, one that has passed cannot", () => {
    expect(leave({ ...inSoc, toOn: "2026-11-20" }, on("2026-12-31"), shin).ok).toBe(true);
    expect(leave({ ...inSoc, toOn: "2026-11-19" }, on("2026-12-31"), shin)).toEqual(refused("MembershipEnded"));
  });
  test("nobody leaves before they came, and only an administrator says so", () => {
    expect(leave(inSoc, on("2024-03-31"), shin)).toEqual(refused("EndsBeforeItBegins"));
    expect(leave(inSoc, on("2024-04-01"), shin).ok).toBe(true);
    expect(leave(inSoc, on("2027-03-31"), makoto)).toEqual(refused("NotFound"));
    expect(leave(null, on("2027-03-31"), shin)).toEqual(refused("NotFound"));
  });
});
