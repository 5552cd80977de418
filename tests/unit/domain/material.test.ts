import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMaterial, changeMaterial, MOST_IN_ONE_PLACE, moved } from "@/lib/domain/material";
import { kenichi, makoto, misaki, shin } from "@/tests/support/reviewing";

const rootTeamIds = ["hq"];
const refused = (code: string, fields: object = {}) => ({ ok: false, refusal: { code, ...fields } });

describe("adding", () => {
  test.each([
    ["an administrator", shin],
    ["a manager of a root team", makoto],
  ] as const)("%s adds at the end of a place", (_who, actor) => {
    expect(addMaterial({ rootTeamIds, standing: 2 }, actor)).toEqual({ ok: true, value: { position: 2 } });
  });

  test.each([
    ["a manager of a team below", { ...makoto, managedTeamIds: ["soc"] }],
    ["a mentor", kenichi],
    ["a trainee", misaki],
  ] as const)("not %s", (_who, actor) => {
    expect(addMaterial({ rootTeamIds, standing: 0 }, actor)).toEqual(refused("NotFound"));
  });

  test("not to a place that the curriculum does not have", () => {
    expect(addMaterial({ rootTeamIds, standing: null }, shin)).toEqual(refused("NotFound"));
  });

  test("not beyond what somebody reads", () => {
    expect(addMaterial({ rootTeamIds, standing: MOST_IN_ONE_PLACE - 1 }, shin).ok).toBe(true);
    const full = { rootTeamIds, standing: MOST_IN_ONE_PLACE };
    expect(addMaterial(full, shin)).toEqual(refused("MaterialsFull", { max: MOST_IN_ONE_PLACE }));
  });
});

describe("changing", () => {
  const standing = { id: "handbook", isRemoved: false };
  test("by who may add", () => {
    expect(changeMaterial(standing, rootTeamIds, makoto).ok).toBe(true);
    expect(changeMaterial(standing, rootTeamIds, kenichi)).toEqual(refused("NotFound"));
  });
  test("not what is not there, nor what is gone", () => {
    expect(changeMaterial(null, rootTeamIds, shin)).toEqual(refused("NotFound"));
    expect(changeMaterial({ ...standing, isRemoved: true }, rootTeamIds, shin)).toEqual(refused("MaterialGone"));
  });
  test("who may not does not learn that it is gone", () => {
    expect(changeMaterial({ ...standing, isRemoved: true }, rootTeamIds, misaki)).toEqual(refused("NotFound"));
  });
});

describe("the order", () => {
  test("one up, one down", () => {
    expect(moved(["a", "b", "c"], "b", "up")).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b", "c"], "b", "down")).toEqual(["a", "c", "b"]);
  });
  test("the first stays first, the last stays last, and nobody else moves for what is not there", () => {
    expect(moved(["a", "b"], "a", "up")).toEqual(["a", "b"]);
    expect(moved(["a", "b"], "b", "down")).toEqual(["a", "b"]);
    expect(moved(["a", "b"], "c", "up")).toEqual(["a", "b"]);
  });
  test("nothing is lost or doubled, and up undoes down", () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(ids, fc.nat(), (all, at) => {
        const id = all[at % all.length] ?? "";
        const down = moved(all, id, "down");
        expect([...down].sort()).toEqual([...all].sort());
        if (down.indexOf(id) !== all.indexOf(id)) expect(moved(down, id, "up")).toEqual(all);
      }),
    );
  });
});
