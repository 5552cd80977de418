import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/access";
import {
  type CapacityRefusal,
  type CapacityWish,
  endCapacity,
  type GrantFacts,
  grantCapacity,
  type StandingGrant,
} from "@/lib/domain/capacity-grant";
import { NOBODY } from "@/tests/support/nobody";

const makoto: Actor = { ...NOBODY, id: "makoto", managedTeamIds: ["hq"] };
const shin: Actor = { ...makoto, id: "shin", isAdmin: true, managedTeamIds: [] };

const manager: CapacityWish = { personId: "akari", capacity: "manager", teamId: "night" };
const facts: GrantFacts = { personIsActive: true, team: { closed: false }, alreadyHeld: false };
const refused = (code: CapacityRefusal["code"]) => ({ ok: false, refusal: { code } });

describe("granting a capacity", () => {
  test("Shin makes Akari manager of the night watch", () => {
    expect(grantCapacity(manager, facts, shin)).toEqual({ ok: true, value: manager });
  });
  test("administrators and auditors hold the organisation, whatever team was chosen", () => {
    const auditor = { ...manager, capacity: "auditor" } as const;
    expect(grantCapacity(auditor, facts, shin)).toEqual({ ok: true, value: { ...auditor, teamId: null } });
    expect(grantCapacity({ ...auditor, teamId: null }, { ...facts, team: null }, shin).ok).toBe(true);
  });
  test.each<[string, Partial<CapacityWish>, Partial<GrantFacts> | null, Actor, CapacityRefusal["code"]]>([
    ["to nobody", {}, null, shin, "NotFound"],
    ["by a manager", {}, {}, makoto, "NotFound"],
    ["to oneself", { personId: "shin" }, {}, shin, "OwnCapacity"],
    ["to oneself as auditor", { personId: "shin", capacity: "auditor" }, {}, shin, "OwnCapacity"],
    ["to somebody who left", {}, { personIsActive: false }, shin, "PersonNotActive"],
    ["as manager of no team", { teamId: null }, { team: null }, shin, "ManagerNeedsTeam"],
    ["as manager of an unknown team", {}, { team: null }, shin, "NotFound"],
    ["as manager of a closed team", {}, { team: { closed: true } }, shin, "TeamIsClosed"],
    ["twice", {}, { alreadyHeld: true }, shin, "CapacityAlreadyHeld"],
  ])("is refused: %s", (_case, wish, change, actor, code) => {
    expect(grantCapacity({ ...manager, ...wish }, change && { ...facts, ...change }, actor)).toEqual(refused(code));
  });
});

describe("ending a capacity", () => {
  const grant: StandingGrant = {
    grantId: "g1",
    personId: "akari",
    capacity: "admin",
    teamId: null,
    ended: false,
    isLastAdministrator: false,
  };
  test("also one's own, as long as another administrator is left", () => {
    expect(endCapacity(grant, shin)).toEqual({ ok: true, value: grant });
    expect(endCapacity({ ...grant, personId: "shin" }, shin).ok).toBe(true);
  });
  test("another capacity of the last administrator can end", () => {
    expect(endCapacity({ ...grant, capacity: "manager", isLastAdministrator: true }, shin).ok).toBe(true);
  });
  test.each<[string, StandingGrant | null, Actor, CapacityRefusal["code"]]>([
    ["of the last administrator", { ...grant, isLastAdministrator: true }, shin, "LastAdministrator"],
    ["that has ended", { ...grant, ended: true }, shin, "CapacityEnded"],
    ["that is not there", null, shin, "NotFound"],
    ["by a manager", grant, makoto, "NotFound"],
  ])("is refused: %s", (_case, given, actor, code) => {
    expect(endCapacity(given, actor)).toEqual(refused(code));
  });
});
