import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/access";
import {
  addTeam,
  ancestorsOf,
  changedTeamFields,
  closeTeam,
  editTeam,
  moveTeam,
  reopenTeam,
  type TeamNode,
  type TeamRefusal,
} from "@/lib/domain/team";
import { agreeToMove } from "@/lib/domain/team-move";
import { NOBODY } from "@/tests/support/nobody";

const makoto: Actor = { ...NOBODY, id: "makoto", managedTeamIds: ["hq"] };
const shin: Actor = { ...makoto, id: "shin", isAdmin: true, managedTeamIds: [] };

const team = (teamId: string, parentId: string | null, closed = false): TeamNode => ({ teamId, parentId, closed });
const hq = team("hq", null);
const soc = team("soc", "hq");
const night = team("night", "soc");
const plant = team("plant", "hq");
const shut = team("shut", "hq", true);
const tree = [hq, soc, night, plant, shut];
const refused = (refusal: TeamRefusal) => ({ ok: false, refusal });

describe("the teams above", () => {
  test("are listed from the nearest", () => {
    expect(ancestorsOf(tree, "night")).toEqual(["soc", "hq"]);
    expect(ancestorsOf(tree, "hq")).toEqual([]);
    expect(ancestorsOf(tree, "nowhere")).toEqual([]);
  });
  test("end also where the rows stand in a circle", () => {
    expect(ancestorsOf([team("a", "b"), team("b", "a")], "a")).toEqual(["b", "a"]);
  });
});

describe("a new team", () => {
  test("stands below another, or without a parent", () => {
    expect(addTeam({ wanted: true, parent: soc, codeTaken: false }, shin).ok).toBe(true);
    expect(addTeam({ wanted: false, parent: null, codeTaken: false }, shin).ok).toBe(true);
  });
  test.each<[string, Parameters<typeof addTeam>[0], Actor, TeamRefusal]>([
    ["by a manager", { wanted: false, parent: null, codeTaken: false }, makoto, { code: "NotFound" }],
    ["a code in use", { wanted: false, parent: null, codeTaken: true }, shin, { code: "TeamCodeTaken" }],
    ["below nothing", { wanted: true, parent: null, codeTaken: false }, shin, { code: "NotFound" }],
    ["below a closed team", { wanted: true, parent: shut, codeTaken: false }, shin, { code: "ParentTeamIsClosed" }],
  ])("is refused: %s", (_case, facts, actor, refusal) => {
    expect(addTeam(facts, actor)).toEqual(refused(refusal));
  });
});

describe("editing a team", () => {
  const profile = { nameJa: "監視", nameEn: "SOC", timeZone: "Asia/Tokyo", fiscalYearStartMonth: 4 };
  const named = { ...soc, profile };
  const wish = { ...profile, nameEn: "Watch", fiscalYearStartMonth: 1 };

  test("says which fields change", () => {
    expect(editTeam(named, { wish, pageIsCurrent: true }, shin)).toEqual({
      ok: true,
      value: ["nameEn", "fiscalYearStartMonth"],
    });
    expect(changedTeamFields(profile, profile)).toEqual([]);
  });
  test("the same form sent again changes nothing", () => {
    expect(editTeam(named, { wish: profile, pageIsCurrent: false }, shin)).toEqual({ ok: true, value: [] });
  });
  test("is refused from a stale page, in a closed team, and to a manager", () => {
    const stale = { wish, pageIsCurrent: false };
    expect(editTeam(named, stale, shin)).toEqual(refused({ code: "TeamChangedMeanwhile" }));
    expect(editTeam({ ...shut, profile }, stale, shin)).toEqual(refused({ code: "TeamIsClosed" }));
    expect(editTeam(named, { wish, pageIsCurrent: true }, makoto)).toEqual(refused({ code: "NotFound" }));
    expect(editTeam(null, stale, shin)).toEqual(refused({ code: "NotFound" }));
  });
});

describe("moving a team", () => {
  test("night moves under the plant, and out of every team", () => {
    expect(moveTeam(tree, { teamId: "night", parentId: "plant" }, shin)).toEqual({
      ok: true,
      value: { fromParentId: "soc" },
    });
    expect(moveTeam(tree, { teamId: "soc", parentId: null }, shin)).toEqual({
      ok: true,
      value: { fromParentId: "hq" },
    });
  });
  test.each<[string, { teamId: string; parentId: string | null }, Actor, TeamRefusal]>([
    ["below itself", { teamId: "soc", parentId: "soc" }, shin, { code: "TeamBelowItself" }],
    ["below its child", { teamId: "soc", parentId: "night" }, shin, { code: "TeamBelowItself" }],
    ["below its grandchild", { teamId: "hq", parentId: "night" }, shin, { code: "TeamBelowItself" }],
    ["where it is", { teamId: "soc", parentId: "hq" }, shin, { code: "TeamAlreadyThere" }],
    ["the top to the top", { teamId: "hq", parentId: null }, shin, { code: "TeamAlreadyThere" }],
    ["below a closed team", { teamId: "soc", parentId: "shut" }, shin, { code: "ParentTeamIsClosed" }],
    ["a closed team", { teamId: "shut", parentId: "soc" }, shin, { code: "TeamIsClosed" }],
    ["below nothing", { teamId: "soc", parentId: "nowhere" }, shin, { code: "NotFound" }],
    ["nothing", { teamId: "nowhere", parentId: "hq" }, shin, { code: "NotFound" }],
    ["by a manager", { teamId: "night", parentId: "plant" }, makoto, { code: "NotFound" }],
  ])("is refused: %s", (_case, move, actor, refusal) => {
    expect(moveTeam(tree, move, actor)).toEqual(refused(refusal));
  });
});

describe("closing and reopening a team", () => {
  const empty = { openTeamsBelow: 0, members: 0, enrolments: 0 };

  test("an empty team closes", () => {
    expect(closeTeam(night, empty, shin).ok).toBe(true);
  });
  test.each<[string, TeamNode | null, Partial<typeof empty>, Actor, TeamRefusal]>([
    ["with teams below", soc, { openTeamsBelow: 1 }, shin, { code: "TeamHasOpenTeamsBelow", count: 1 }],
    ["with people", night, { members: 3 }, shin, { code: "TeamHasMembers", count: 3 }],
    ["with enrolments", night, { enrolments: 2 }, shin, { code: "TeamHasEnrolments", count: 2 }],
    ["that is closed", shut, {}, shin, { code: "TeamIsClosed" }],
    ["that is not there", null, {}, shin, { code: "NotFound" }],
    ["by a manager", night, {}, makoto, { code: "NotFound" }],
  ])("is refused: %s", (_case, node, life, actor, refusal) => {
    expect(closeTeam(node, { ...empty, ...life }, actor)).toEqual(refused(refusal));
  });

  test("a closed team opens again where the team above is open", () => {
    expect(reopenTeam(shut, hq, shin).ok).toBe(true);
    expect(reopenTeam(team("lone", null, true), null, shin).ok).toBe(true);
    expect(reopenTeam(shut, { ...hq, closed: true }, shin)).toEqual(refused({ code: "ParentTeamIsClosed" }));
    expect(reopenTeam(soc, hq, shin)).toEqual(refused({ code: "TeamIsOpen" }));
    expect(reopenTeam(shut, hq, makoto)).toEqual(refused({ code: "NotFound" }));
    expect(reopenTeam(null, null, shin)).toEqual(refused({ code: "NotFound" }));
  });
});

test.each([
  [{ isAsSeen: true, leavesStepEmpty: false }, null],
  [{ isAsSeen: false, leavesStepEmpty: false }, "TeamMoveStale"],
  [{ isAsSeen: true, leavesStepEmpty: true }, "StepWouldBeEmpty"],
  [{ isAsSeen: false, leavesStepEmpty: true }, "StepWouldBeEmpty"],
])("a move that brings %o: %s", (brings, refusal) => {
  const decision = agreeToMove(brings);
  expect(decision.ok ? null : decision.refusal.code).toBe(refusal);
});
