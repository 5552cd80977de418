import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TRACKS } from "@/lib/domain/curriculum";
import { changeTracks, type TrackFacts } from "@/lib/domain/track-change";
import { kenichi, makoto, misaki, monitoring, shin } from "@/tests/support/reviewing";

const facts = (wish: Partial<TrackFacts> = {}): TrackFacts => ({
  ref: { ...monitoring, roleGroupCode: "vulnerability-management" },
  isOver: false,
  known: TRACKS,
  before: ["management"],
  ...wish,
});
const refused = (code: string) => ({ ok: false, refusal: { code } });
const wish = (...tracks: ("management" | "diagnosis")[]) => ({ tracks, seen: ["management" as const] });

describe("who changes what an enrolment covers", () => {
  test("a manager of the team, to both, in the order of the role group", () => {
    expect(changeTracks(wish("diagnosis", "management"), facts(), makoto)).toEqual({
      ok: true,
      value: { tracks: ["management", "diagnosis"] },
    });
  });

  test.each([
    ["a mentor", kenichi],
    ["an administrator", shin],
    ["the trainee", misaki],
    ["the trainee who manages the team", { ...misaki, managedTeamIds: ["night"] }],
    ["a manager elsewhere", { ...makoto, managedTeamIds: ["plant"] }],
  ] as const)("not %s", (_who, actor) => {
    expect(changeTracks(wish("diagnosis"), facts(), actor)).toEqual(refused("NotFound"));
  });

  test("not where there are none to choose from, and not what is not there", () => {
    expect(changeTracks(wish("diagnosis"), facts({ known: [] }), makoto)).toEqual(refused("NotFound"));
    expect(changeTracks(wish("diagnosis"), null, makoto)).toEqual(refused("NotFound"));
  });

  test("not an enrolment that is over, not to none, not to the same", () => {
    expect(changeTracks(wish("diagnosis"), facts({ isOver: true }), makoto)).toEqual(refused("EnrolmentEnded"));
    expect(changeTracks(wish(), facts(), makoto)).toEqual(refused("TracksNeeded"));
    expect(changeTracks(wish("management"), facts(), makoto)).toEqual(refused("TracksUnchanged"));
  });

  test("not what somebody else changed meanwhile", () => {
    const both = facts({ before: ["management", "diagnosis"] });
    expect(changeTracks(wish("diagnosis"), both, makoto)).toEqual(refused("TracksChangedMeanwhile"));
  });

  test("whatever is asked for, what comes out is among what the role group has, and never nothing", () => {
    const some = fc.subarray([...TRACKS]);
    fc.assert(
      fc.property(some, some, some, (tracks, before, known) => {
        const decision = changeTracks({ tracks, seen: before }, facts({ before, known }), makoto);
        if (!decision.ok) return;
        expect(decision.value.tracks.length).toBeGreaterThan(0);
        expect(decision.value.tracks.every((track) => known.includes(track) && tracks.includes(track))).toBe(true);
      }),
    );
  });
});
