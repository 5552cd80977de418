import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { followTeam, type Movable, type MoveWish, movesByRule, moveToEdition } from "@/lib/domain/edition";
import { changesBetween, itemsOf } from "@/lib/domain/edition-items";
import { compose } from "@/lib/domain/local-curriculum";
import { ownCurriculum } from "@/tests/support/own-curriculum";
import { kenichi, makoto, misaki, monitoring, shin } from "@/tests/support/reviewing";

const { structure: base } = ownCurriculum().curriculum;
const codes = itemsOf(base).map(({ code }) => code);
const place = { roleGroupCode: "soc-monitoring", step: 2 } as const;
const counting = (need: number) => ({ kind: "count", need, unit: "times", counts: {} }) as const;
const withDrill = (need: number) =>
  compose(base, {
    additions: [{ ...place, section: "criterion", node: { code: "local.drill", rule: counting(need) } }],
    exempted: [],
  });

describe("what one edition changes against another", () => {
  test("nothing against itself; every code stands once", () => {
    expect(changesBetween(base, base)).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test("nothing where the database keeps the fields in another order", () => {
    const turned = JSON.parse(JSON.stringify(base), (_key, value) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    expect(changesBetween(base, turned)).toEqual([]);
  });

  test("an item added, with its place and rule", () => {
    expect(changesBetween(base, withDrill(3))).toEqual([
      {
        before: null,
        after: { code: "local.drill", section: "criterion", ...place, track: null, rule: counting(3) },
      },
    ]);
  });

  test("a rule changed, both rules told", () => {
    const [change, ...rest] = changesBetween(withDrill(3), withDrill(5));
    expect(rest).toEqual([]);
    expect([change?.before?.rule, change?.after?.rule]).toEqual([counting(3), counting(5)]);
  });

  test("an item removed", () => {
    const without = compose(base, { additions: [], exempted: ["g3.s2.pair-duty"] });
    expect(changesBetween(base, without).map(({ before, after }) => [before?.code, after])).toEqual([
      ["g3.s2.pair-duty", null],
    ]);
  });

  test("there and back: what was added is removed, what was removed is added", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 5 }), (exempted) => {
        const other = compose(base, { additions: [], exempted });
        const there = changesBetween(base, other).map(({ before }) => before?.code);
        const back = changesBetween(other, base).map(({ after }) => after?.code);
        expect(back.sort()).toEqual(there.sort());
      }),
      { numRuns: 30 },
    );
  });
});

const movable = (enrolmentId: string, hasBegun: boolean, traineeId = "misaki"): Movable => ({
  ref: { ...monitoring, enrolmentId, traineeId },
  fromEditionId: "old",
  toEditionId: "new",
  hasBegun,
});

describe("who moves", () => {
  const begun = movable("begun", true);
  const fresh = movable("fresh", false, "ren");
  const facts = { movable: [begun, fresh], digest: "as shown" };
  const wish = (fields: Partial<MoveWish> = {}): MoveWish => ({
    shown: ["begun", "fresh"],
    moving: ["fresh"],
    previewed: "as shown",
    reason: null,
    ...fields,
  });
  const refused = (code: string) => ({ ok: false, refusal: { code } });

  test("by the rule, who has begun the STEP stays, others move", () => {
    expect([movesByRule(begun), movesByRule(fresh)]).toEqual([false, true]);
    expect(moveToEdition(wish(), facts, makoto)).toEqual({
      ok: true,
      value: [
        { movable: begun, outcome: "stays", cause: "rule" },
        { movable: fresh, outcome: "moved", cause: "rule" },
      ],
    });
  });

  test("otherwise, by the manager with a reason", () => {
    const otherwise = { moving: ["begun"] };
    expect(moveToEdition(wish(otherwise), facts, makoto)).toEqual(refused("EditionReasonMissing"));
    expect(moveToEdition(wish({ ...otherwise, reason: "年度の変わり目に合わせる" }), facts, makoto)).toEqual({
      ok: true,
      value: [
        { movable: begun, outcome: "moved", cause: "manager" },
        { movable: fresh, outcome: "stays", cause: "manager" },
      ],
    });
  });

  test("not what changed since it was shown", () => {
    expect(moveToEdition(wish(), { ...facts, digest: "other" }, makoto)).toEqual(refused("EditionStale"));
  });

  test.each([
    ["a mentor", kenichi],
    ["the trainee", misaki],
    ["an administrator", shin],
    ["a manager elsewhere", { ...makoto, managedTeamIds: ["plant"] }],
  ] as const)("not by %s", (_who, actor) => {
    expect(moveToEdition(wish(), facts, actor)).toEqual(refused("NotFound"));
  });

  test("all or none: who was shown and is not there stops it", () => {
    expect(moveToEdition(wish({ shown: ["begun", "gone"] }), facts, makoto)).toEqual(refused("NotFound"));
    expect(moveToEdition(wish({ shown: [] }), { movable: [], digest: "as shown" }, makoto)).toEqual(
      refused("NotFound"),
    );
  });
});

describe("a team under another curriculum", () => {
  test("who has begun the open STEP stays, others go over; nobody is left out, and the cause is the rule", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 20 }), (begun) => {
        const all = begun.map((hasBegun, place) => movable(`enrolment ${place}`, hasBegun));
        const acts = followTeam(all);
        expect(acts.map(({ movable: each }) => each)).toEqual(all);
        expect(acts.map(({ outcome }) => outcome)).toEqual(begun.map((hasBegun) => (hasBegun ? "stays" : "moved")));
        expect(acts.every(({ cause }) => cause === "rule")).toBe(true);
      }),
    );
  });
});

describe("whoever is shown, whatever is ticked", () => {
  const ids = ["a", "b", "c", "d"];
  const aWorld = fc.record({
    begun: fc.subarray(ids),
    shown: fc.subarray(ids, { minLength: 1 }),
    moving: fc.subarray(ids),
  });
  const decide = (
    { begun, shown, moving }: { [K in "begun" | "shown" | "moving"]: string[] },
    reason: string | null,
  ) => {
    const facts = { movable: ids.map((id) => movable(id, begun.includes(id))), digest: "as shown" };
    return moveToEdition({ shown, moving, previewed: "as shown", reason }, facts, makoto);
  };

  const actsOf = (decision: ReturnType<typeof decide>) =>
    decision.ok
      ? decision.value.map(({ movable: one, outcome, cause }) => ({ id: one.ref.enrolmentId, outcome, cause }))
      : decision.refusal;

  test("each that was shown gets one decision, the others none; what was ticked moves", () => {
    fc.assert(
      fc.property(aWorld, (world) => {
        const isIn = (list: readonly string[], id: string) => list.includes(id);
        const expected = ids
          .filter((id) => isIn(world.shown, id))
          .map((id) => ({
            id,
            outcome: isIn(world.moving, id) ? "moved" : "stays",
            cause: isIn(world.moving, id) === isIn(world.begun, id) ? "manager" : "rule",
          }));
        expect(actsOf(decide(world, "年度の変わり目"))).toEqual(expected);
      }),
    );
  });

  test("a reason is asked for exactly where one of them is decided otherwise than by the rule", () => {
    fc.assert(
      fc.property(aWorld, (world) => {
        const otherwise = world.shown.some((id) => world.moving.includes(id) === world.begun.includes(id));
        const decision = decide(world, null);
        expect(decision.ok).toBe(!otherwise);
        if (!decision.ok) expect(decision.refusal).toEqual({ code: "EditionReasonMissing" });
      }),
    );
  });

  test("nobody decides on their own enrolment, even among those they manage", () => {
    const own = movable("own", false, "makoto");
    const facts = { movable: [own, movable("other", false)], digest: "as shown" };
    const wish = { shown: ["own", "other"], moving: ["own", "other"], previewed: "as shown", reason: null };
    expect(moveToEdition(wish, facts, makoto)).toEqual({ ok: false, refusal: { code: "NotFound" } });
    expect(moveToEdition({ ...wish, shown: ["other"] }, facts, makoto)).toMatchObject({ ok: true });
  });
});

describe("two editions that were changed differently", () => {
  const changed = fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 4 });

  test("what leads from one to the other leads back, turned round", () => {
    fc.assert(
      fc.property(changed, changed, fc.integer({ min: 1, max: 3 }), (one, other, need) => {
        const made = (exempted: readonly string[], times: number) =>
          compose(base, {
            additions: [{ ...place, section: "criterion", node: { code: "local.drill", rule: counting(times) } }],
            exempted,
          });
        const [from, to] = [made(one, 1), made(other, need)];
        const key = (a: string | undefined, b: string | undefined) => `${a} ${b}`;
        const there = changesBetween(from, to).map(({ before, after }) => key(before?.code, after?.code));
        const back = changesBetween(to, from).map(({ before, after }) => key(after?.code, before?.code));
        expect(back.sort()).toEqual(there.sort());
        expect(there.includes("local.drill local.drill")).toBe(need !== 1);
      }),
      { numRuns: 30 },
    );
  });
});
