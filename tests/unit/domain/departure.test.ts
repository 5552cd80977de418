import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Belonging,
  endedByDay,
  endingWith,
  type HeldThere,
  leaveByDay,
  takenBackByDay,
} from "@/lib/domain/departure";
import type { PersonFacts } from "@/lib/domain/person";

/** hq ─ soc ─ night, and hq ─ plant. */
const TEAMS = {
  hq: { teamId: "hq", ancestorIds: ["hq"] },
  soc: { teamId: "soc", ancestorIds: ["soc", "hq"] },
  night: { teamId: "night", ancestorIds: ["night", "soc", "hq"] },
  plant: { teamId: "plant", ancestorIds: ["plant", "hq"] },
} as const;
type Team = keyof typeof TEAMS;

const today = "2026-11-20";
const YESTERDAY = "2026-11-19";
const member = (team: Team, toOn: string | null = null, membershipId: string = team): Belonging => ({
  membershipId,
  team: TEAMS[team],
  toOn,
});
const mentorIn = (team: Team | null, sinceOn = "2025-04-01"): HeldThere => ({
  id: `mentor in ${team}`,
  team: team && TEAMS[team],
  sinceOn,
});
const ended = (held: HeldThere, ...belongings: Belonging[]) => endedByDay([held], belongings, today).length === 1;

describe("what was held in a team", () => {
  test.each<[string, HeldThere, Belonging[], boolean]>([
    ["stands while the membership does", mentorIn("soc"), [member("soc")], false],
    ["stands on the last day", mentorIn("soc"), [member("soc", today)], false],
    ["ends the day after", mentorIn("soc"), [member("soc", YESTERDAY)], true],
    ["of a team below ends with it", mentorIn("night"), [member("soc", YESTERDAY)], true],
    ["of a team above ends with it, where nothing else carries it", mentorIn("hq"), [member("soc", YESTERDAY)], true],
    ["of a team above is carried by a team beside", mentorIn("hq"), [member("soc", YESTERDAY), member("plant")], false],
    ["is not carried by a team beside", mentorIn("soc"), [member("soc", YESTERDAY), member("plant")], true],
    ["is carried by the team above", mentorIn("soc"), [member("soc", YESTERDAY), member("hq")], false],
    [
      "is carried by a second membership of the same team",
      mentorIn("soc"),
      [member("soc", YESTERDAY), member("soc", null, "again")],
      false,
    ],
    ["where one never belonged stands by the act", mentorIn("plant"), [member("soc", YESTERDAY)], false],
    ["by an act after the last day stands", mentorIn("soc", today), [member("soc", YESTERDAY)], false],
    ["by an act on the last day ends", mentorIn("soc", YESTERDAY), [member("soc", YESTERDAY)], true],
    ["for the whole organisation stands", mentorIn(null), [member("soc", YESTERDAY)], false],
    ["without any membership stands", mentorIn("soc"), [], false],
  ])("%s", (_what, held, belongings, isEnded) => expect(ended(held, ...belongings)).toBe(isEnded));
});

describe("what was asked for", () => {
  const asked = { id: "request", askedOn: "2026-11-01" };
  const back = (...belongings: Belonging[]) => takenBackByDay([asked], belongings, today).length === 1;

  test.each<[string, Belonging[], boolean]>([
    ["waits on in another team", [member("soc", YESTERDAY), member("plant")], false],
    ["waits while a last day is to come", [member("soc", today)], false],
    ["is taken back with the last membership", [member("soc", YESTERDAY)], true],
    ["is taken back with the last of several", [member("soc", "2026-10-31"), member("plant", YESTERDAY)], true],
    ["waits where nobody ever entered a membership", [], false],
    ["after the last day waits", [member("soc", "2026-10-31")], false],
  ])("%s", (_what, belongings, isBack) => expect(back(...belongings)).toBe(isBack));
});

const someTeam = fc.constantFrom<Team>("hq", "soc", "night", "plant");
const someDay = fc.constantFrom("2026-11-01", YESTERDAY, today, "2026-12-31");
const someBelongings = fc.uniqueArray(
  fc.tuple(someTeam, fc.option(someDay)).map(([team, toOn]) => member(team, toOn)),
  { selector: ({ membershipId }) => membershipId, minLength: 1 },
);
const someHeld = fc.uniqueArray(
  fc.option(someTeam).map((team) => mentorIn(team)),
  { selector: ({ id }) => id },
);

describe("told before", () => {
  test("what is said to end with a membership is what ends the day after it", () => {
    fc.assert(
      fc.property(someBelongings, someHeld, fc.nat(), (belongings, held, seed) => {
        const standing = belongings.filter(({ toOn }) => toOn === null || toOn >= today);
        const chosen = standing[seed % Math.max(1, standing.length)];
        if (!chosen) return;
        const others = belongings.map((each) =>
          each.toOn !== null && each.toOn >= today ? { ...each, toOn: null } : each,
        );
        const after = others.map((each) =>
          each.membershipId === chosen.membershipId ? { ...each, toOn: today } : each,
        );
        const endsToday = endedByDay(held, others, today);
        const endsTomorrow = endedByDay(held, after, "2026-11-21").filter((each) => !endsToday.includes(each));
        expect(endingWith(chosen.membershipId, { held, belongings, today }).held).toEqual(endsTomorrow);
      }),
    );
  });

  test("a membership that is over ends nothing more, and only the last one takes requests with it", () => {
    const belongings = [member("soc"), member("plant", YESTERDAY)];
    const held = [mentorIn("soc"), mentorIn("plant")];
    expect(endingWith("soc", { held, belongings, today })).toEqual({ held: [held[0]], isLast: true });
    expect(endingWith("plant", { held, belongings, today })).toEqual({ held: [], isLast: false });
  });

  test("whoever keeps a membership keeps what they asked for, whatever else is over", () => {
    fc.assert(
      fc.property(someBelongings, (belongings) => {
        const asked = [{ id: "request", askedOn: "2026-10-01" }];
        const stays = belongings.some(({ toOn }) => toOn === null || toOn >= today);
        expect(takenBackByDay(asked, belongings, today)).toEqual(stays ? [] : asked);
      }),
    );
  });
});

describe("the last day in the organisation", () => {
  const person = (endsOn: string | null, wish: Partial<PersonFacts> = {}) =>
    ({ personId: "ren", profile: { endsOn }, deactivated: false, isLastAdministrator: false, ...wish }) as PersonFacts;

  test.each<[string, PersonFacts | null, string | null]>([
    ["is over", person(YESTERDAY), null],
    ["is today", person(today), "NotDue"],
    ["is not set", person(null), "NotDue"],
    ["is over for who was deactivated already", person(YESTERDAY, { deactivated: true }), "NotDue"],
    ["is over for the last administrator", person(YESTERDAY, { isLastAdministrator: true }), "LastAdministrator"],
    ["of nobody", null, "NotDue"],
  ])("%s", (_what, facts, refusal) => {
    const decision = leaveByDay(facts, today);
    expect(decision.ok ? null : decision.refusal.code).toBe(refusal);
  });
});
