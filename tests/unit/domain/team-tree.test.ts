import { array, assert, nat, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/access";
import { ancestorsOf, closeTeam, moveTeam, reopenTeam, type TeamNode } from "@/lib/domain/team";
import { NOBODY } from "@/tests/support/nobody";

const shin: Actor = { ...NOBODY, id: "shin", isAdmin: true };

const SIZE = 7;
const flat: readonly TeamNode[] = Array.from({ length: SIZE }, (_, index) => ({
  teamId: `t${index}`,
  parentId: null,
  closed: false,
}));
/** A move of one team below another; the last number means: out of every team. */
const moves = array(tuple(nat(SIZE - 1), nat(SIZE)), { maxLength: 25 });
const named = ([team, parent]: [number, number]) => ({
  teamId: `t${team}`,
  parentId: parent === SIZE ? null : `t${parent}`,
});

const moved = (tree: readonly TeamNode[], move: { teamId: string; parentId: string | null }) =>
  moveTeam(tree, move, shin).ok
    ? tree.map((node) => (node.teamId === move.teamId ? { ...node, parentId: move.parentId } : node))
    : tree;

describe("whatever is moved where", () => {
  test("no team comes to stand above itself", () => {
    assert(
      property(moves, (list) => {
        const tree = list.map(named).reduce(moved, flat);
        for (const { teamId } of tree) expect(ancestorsOf(tree, teamId)).not.toContain(teamId);
      }),
    );
  });

  test("every team still reaches a team without a parent", () => {
    assert(
      property(moves, (list) => {
        const tree = list.map(named).reduce(moved, flat);
        for (const { teamId } of tree) {
          const top = ancestorsOf(tree, teamId).at(-1) ?? teamId;
          expect(tree.find((node) => node.teamId === top)?.parentId).toBeNull();
        }
      }),
    );
  });

  test("a move that was taken can be taken back", () => {
    assert(
      property(moves, tuple(nat(SIZE - 1), nat(SIZE)), (list, last) => {
        const tree = list.map(named).reduce(moved, flat);
        const decision = moveTeam(tree, named(last), shin);
        if (!decision.ok) return;
        const { teamId } = named(last);
        const back = { teamId, parentId: decision.value.fromParentId };
        expect(moved(moved(tree, named(last)), back)).toEqual(tree);
      }),
    );
  });

  test("the same move twice is refused the second time", () => {
    assert(
      property(moves, tuple(nat(SIZE - 1), nat(SIZE)), (list, last) => {
        const tree = moved(list.map(named).reduce(moved, flat), named(last));
        expect(moveTeam(tree, named(last), shin).ok).toBe(false);
      }),
    );
  });
});

describe("a closed team", () => {
  const tree: readonly TeamNode[] = [
    { teamId: "hq", parentId: null, closed: false },
    { teamId: "old", parentId: "hq", closed: true },
  ];
  const [hq, old] = tree;

  test("is neither moved nor moved under, nor closed again", () => {
    expect(moveTeam(tree, { teamId: "old", parentId: null }, shin).ok).toBe(false);
    expect(moveTeam(tree, { teamId: "hq", parentId: "old" }, shin).ok).toBe(false);
    expect(closeTeam(old ?? null, { openTeamsBelow: 0, members: 0, enrolments: 0 }, shin).ok).toBe(false);
  });
  test("opens where it stood", () => {
    expect(reopenTeam(old ?? null, hq ?? null, shin).ok).toBe(true);
  });
});
