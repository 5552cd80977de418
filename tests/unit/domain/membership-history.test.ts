import { array, assert, boolean, constantFrom, nat, option, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/access";
import { addDays } from "@/lib/domain/calendar";
import { join, type MembershipSpan, type MembershipWish, overlaps, standsOn } from "@/lib/domain/membership";
import { NOBODY } from "@/tests/support/nobody";

const shin: Actor = { ...NOBODY, id: "shin", isAdmin: true };

const START = "2026-01-01";
const anyWish = record({
  teamId: constantFrom("soc", "plant", "night"),
  isMain: boolean(),
  from: nat(400),
  days: option(nat(120)),
}).map(
  ({ teamId, isMain, from, days }): MembershipWish => ({
    teamId,
    isMain,
    fromOn: addDays(START, from),
    toOn: days === null ? null : addDays(START, from + days),
  }),
);

/** What the rows are after a wish: the new one, and the end of the one that made way. */
function joined(memberships: readonly MembershipSpan[], wish: MembershipWish): readonly MembershipSpan[] {
  const decision = join({ memberships, teamIsClosed: false }, wish, shin);
  if (!decision.ok) return memberships;
  const { ended } = decision.value;
  const before = memberships.map((span) =>
    span.membershipId === ended?.membershipId ? { ...span, toOn: ended.toOn } : span,
  );
  return [...before, { ...wish, membershipId: `m${memberships.length}` }];
}

const histories = array(anyWish, { maxLength: 10 }).map((wishes) => wishes.reduce(joined, []));
const pairs = <T>(list: readonly T[]) => list.flatMap((a, place) => list.slice(place + 1).map((b) => [a, b] as const));

describe("whatever memberships are added in whatever order", () => {
  test("there is at most one main team on any day", () => {
    assert(
      property(histories, (memberships) => {
        const mains = memberships.filter(({ isMain }) => isMain);
        for (const [a, b] of pairs(mains)) expect(overlaps(a, b)).toBe(false);
      }),
    );
  });

  test("nobody is in one team twice on a day", () => {
    assert(
      property(histories, (memberships) => {
        const twice = pairs(memberships).filter(([a, b]) => a.teamId === b.teamId && overlaps(a, b));
        expect(twice).toEqual([]);
      }),
    );
  });

  test("none ends before it begins, and none is lost", () => {
    assert(
      property(histories, anyWish, (memberships, wish) => {
        const next = joined(memberships, wish);
        expect(next.length).toBeGreaterThanOrEqual(memberships.length);
        for (const { fromOn, toOn } of next) expect(toOn === null || toOn >= fromOn).toBe(true);
      }),
    );
  });

  test("a transfer leaves no day without a main team in between", () => {
    assert(
      property(nat(300), nat(300), (first, later) => {
        const from = addDays(START, first);
        const on = addDays(from, later + 1);
        const soc: MembershipSpan = { membershipId: "m0", teamId: "soc", isMain: true, fromOn: from, toOn: null };
        const spans = joined([soc], { teamId: "plant", isMain: true, fromOn: on, toOn: null });
        for (const day of [from, addDays(on, -1), on, addDays(on, 1)]) {
          expect(spans.filter((span) => standsOn(span, day))).toHaveLength(1);
        }
      }),
    );
  });
});

test("two spans overlap exactly where one day lies in both", () => {
  assert(
    property(anyWish, anyWish, (a, b) => {
      const days = Array.from({ length: 540 }, (_, offset) => addDays(START, offset));
      const shared = days.some((day) => standsOn(a, day) && standsOn(b, day));
      expect(overlaps(a, b)).toBe(shared);
    }),
    { numRuns: 15 },
  );
});
