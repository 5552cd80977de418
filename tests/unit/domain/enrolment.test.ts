import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/access";
import {
  type EnrolFacts,
  type EnrolmentRefusal,
  type EnrolmentWish,
  endEnrolment,
  enrol,
  mayEndEnrolment,
  type RunningEnrolment,
} from "@/lib/domain/enrolment";
import { NOBODY } from "@/tests/support/nobody";

const nobody: Actor = { ...NOBODY, id: "soto" };
const shin: Actor = { ...nobody, id: "shin", isAdmin: true };
const makoto: Actor = { ...nobody, id: "makoto", managedTeamIds: ["hq"] };
const akari: Actor = { ...nobody, id: "akari", managedTeamIds: ["night"] };

const soc = { teamId: "soc", ancestorIds: ["soc", "hq"] };
const wish: EnrolmentWish = {
  personId: "misaki",
  roleGroupCode: "liaison-coordination",
  tracks: [],
  enrolledOn: "2026-11-20",
};
const world = (change: { person?: object; team?: object } & Partial<Omit<EnrolFacts, "person" | "team">> = {}) => {
  const { person, team, ...rest } = change;
  return {
    person: { personId: "misaki", teams: [soc], isActive: true, affiliation: "contractor" as const, ...person },
    team: { ...soc, closed: false, today: "2026-11-20", ...team },
    running: [null],
    edition: { editionId: "v1", tracks: [] },
    policy: {},
    ...rest,
  } satisfies EnrolFacts;
};
const refused = (code: EnrolmentRefusal["code"]) => ({ ok: false, refusal: { code } });
const written = (...enrolments: object[]) => ({ ok: true, value: { editionId: "v1", policy: {}, enrolments } });

describe("enrolling", () => {
  const liaison = { roleGroupCode: "liaison-coordination", tracks: [] };
  const basic = { roleGroupCode: null, tracks: [] };

  test("a manager of the team or above, and an administrator, enrol Misaki", () => {
    expect(enrol(wish, world(), makoto)).toEqual(written(liaison));
    expect(enrol(wish, world(), shin)).toEqual(written(liaison));
  });
  test("the first role group brings basic education along, and it comes first", () => {
    expect(enrol(wish, world({ running: [] }), makoto)).toEqual(written(basic, liaison));
  });
  test("basic education alone is one enrolment", () => {
    expect(enrol({ ...wish, roleGroupCode: null }, world({ running: [] }), makoto)).toEqual(written(basic));
    expect(enrol({ ...wish, roleGroupCode: null }, world(), makoto)).toEqual(refused("AlreadyEnrolled"));
  });
  test("a role group with tracks takes those that were chosen, in its own order", () => {
    const tracks = ["management", "diagnosis"] as const;
    const both = enrol(
      { ...wish, tracks: ["diagnosis", "management"] },
      world({ edition: { editionId: "v1", tracks } }),
      makoto,
    );
    expect(both).toEqual(written({ ...liaison, tracks }));
    expect(enrol(wish, world({ edition: { editionId: "v1", tracks } }), makoto)).toEqual(refused("TracksNeeded"));
  });
  test("a role group without tracks forgets what was chosen", () => {
    expect(enrol({ ...wish, tracks: ["diagnosis"] }, world(), makoto)).toEqual(written(liaison));
  });
  test("may begin in the past", () => {
    expect(enrol({ ...wish, enrolledOn: "2020-04-01" }, world(), makoto).ok).toBe(true);
  });

  test.each<[string, EnrolFacts | null, Partial<EnrolmentWish>, Actor, EnrolmentRefusal["code"]]>([
    ["nobody there", null, {}, makoto, "NotFound"],
    ["by somebody without a capacity", world(), {}, nobody, "NotFound"],
    ["by the manager of another team", world(), {}, akari, "NotFound"],
    ["a person outside the manager's teams", world({ person: { teams: [] } }), {}, makoto, "NotFound"],
    ["oneself as manager", world({ person: { personId: "makoto" } }), { personId: "makoto" }, makoto, "NotFound"],
    ["somebody who left", world({ person: { isActive: false } }), {}, makoto, "PersonNotActive"],
    [
      "a contractor, by policy",
      world({ policy: { "platform.enrolment.affiliations": "ownOnly" } }),
      {},
      makoto,
      "AffiliationMayNotEnrol",
    ],
    ["in a closed team", world({ team: { closed: true } }), {}, makoto, "TeamIsClosed"],
    ["from tomorrow", world(), { enrolledOn: "2026-11-21" }, makoto, "EnrolledInFuture"],
    ["twice", world({ running: [null, "liaison-coordination"] }), {}, makoto, "AlreadyEnrolled"],
  ])("is refused: %s", (_case, facts, change, actor, code) => {
    expect(enrol({ ...wish, ...change }, facts, actor)).toEqual(refused(code));
  });
});

describe("ending an enrolment", () => {
  const running = (change: Partial<RunningEnrolment> = {}): RunningEnrolment => ({
    ref: { enrolmentId: "e1", traineeId: "misaki", roleGroupCode: "liaison-coordination", team: soc },
    enrolledOn: "2026-04-01",
    endedOn: null,
    today: "2026-11-20",
    othersRunning: 1,
    ...change,
  });
  const basic = running({ ref: { ...running().ref, roleGroupCode: null } });

  test("a manager above ends it today, or on its first day", () => {
    expect(endEnrolment(running(), "2026-11-20", makoto)).toEqual({ ok: true, value: running().ref });
    expect(endEnrolment(running(), "2026-04-01", shin).ok).toBe(true);
  });
  test.each<[string, Actor, boolean]>([
    ["a manager above", makoto, true],
    ["an administrator", shin, true],
    ["the manager of another team", akari, false],
    ["whoever holds nothing", nobody, false],
    ["the trainee as manager", { ...makoto, id: running().ref.traineeId }, false],
  ])("is offered to whoever is not told that there is none: %s", (_case, actor, may) => {
    const decision = endEnrolment(running(), "2026-11-20", actor);
    expect(mayEndEnrolment(actor, running().ref)).toBe(may);
    expect(decision.ok ? null : decision.refusal.code).toBe(may ? null : "NotFound");
  });
  test("basic education ends last", () => {
    expect(endEnrolment(basic, "2026-11-20", makoto)).toEqual(refused("BasicEducationStillNeeded"));
    expect(endEnrolment({ ...basic, othersRunning: 0 }, "2026-11-20", makoto).ok).toBe(true);
  });
  test.each<[string, RunningEnrolment | null, string, Actor, EnrolmentRefusal["code"]]>([
    ["that is not there", null, "2026-11-20", makoto, "NotFound"],
    ["by the manager of another team", running(), "2026-11-20", akari, "NotFound"],
    [
      "one's own as manager",
      running({ ref: { ...running().ref, traineeId: "makoto" } }),
      "2026-11-20",
      makoto,
      "NotFound",
    ],
    ["that has ended", running({ endedOn: "2026-10-01" }), "2026-11-20", makoto, "EnrolmentEnded"],
    ["before it began", running(), "2026-03-31", makoto, "EndsBeforeItBegins"],
    ["tomorrow", running(), "2026-11-21", makoto, "EndsInFuture"],
  ])("is refused: %s", (_case, enrolment, day, actor, code) => {
    expect(endEnrolment(enrolment, day, actor)).toEqual(refused(code));
  });
});
