import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/access";
import {
  type AppointmentFacts,
  type AppointmentRefusal,
  type AppointmentWish,
  appoint,
  appointMentor,
  endAppointment,
  type MentorshipWish,
  mayEndAppointment,
} from "@/lib/domain/appointment";
import { kenichi, makoto, misaki, shin } from "@/tests/support/reviewing";

const hq = { teamId: "hq", ancestorIds: ["hq"], closed: false };
const soc = { teamId: "soc", ancestorIds: ["soc", "hq"], closed: false };
const akari: Actor = { ...makoto, id: "akari", managedTeamIds: ["night"] };
const today = "2026-11-20";
const facts = (change: Partial<AppointmentFacts> = {}): AppointmentFacts => ({
  personIsActive: true,
  today,
  teams: [soc],
  isIndependent: true,
  alreadyStands: false,
  ...change,
});
const mentor: MentorshipWish = {
  personId: "yuko",
  roleGroupCode: "soc-monitoring",
  teamId: "soc",
  basis: "proficiency",
  fromOn: today,
  reason: "前職で5年の監視経験",
};
const signer: AppointmentWish = {
  personId: "yuko",
  kind: "countersigner",
  teamId: "soc",
  roleGroupCode: null,
  fromOn: today,
};
const refused = (code: AppointmentRefusal["code"]) => ({ ok: false, refusal: { code } });

/** Both ask the same of the person, the team and the day. */
const WAYS = [
  [
    "a mentor",
    (asked: AppointmentFacts | null, actor: Actor, change: object = {}) =>
      appointMentor({ ...mentor, ...change }, asked, actor),
  ],
  [
    "a signer",
    (asked: AppointmentFacts | null, actor: Actor, change: object = {}) =>
      appoint({ ...signer, ...change }, asked, actor),
  ],
] as const;

describe.each(WAYS)("appointing %s", (_what, decide) => {
  test("is the manager's of the team or above", () => {
    expect(decide(facts(), makoto)).toMatchObject({ ok: true, value: { personId: "yuko", teamId: "soc" } });
    expect(decide(facts(), { ...makoto, managedTeamIds: ["soc"] }).ok).toBe(true);
  });
  test.each([
    ["a manager of a team below", akari],
    ["a mentor", kenichi],
    ["an administrator", shin],
    ["a trainee", misaki],
  ] as const)("is not %s's", (_who, actor) => expect(decide(facts(), actor)).toEqual(refused("NotFound")));
  test("nobody appoints themselves, wherever they manage", () => {
    expect(decide(facts(), { ...makoto, id: "yuko" })).toEqual(refused("OwnAppointment"));
  });
  test("where the person, the team or every team is not there", () => {
    expect(decide(null, makoto)).toEqual(refused("NotFound"));
    expect(decide(facts({ teams: [] }), makoto)).toEqual(refused("NotFound"));
  });
  test("for the whole organisation, whoever manages every root team", () => {
    const other = { teamId: "other", ancestorIds: ["other"], closed: false };
    expect(decide(facts({ teams: [hq, other] }), makoto)).toEqual(refused("NotFound"));
    expect(decide(facts({ teams: [hq, other] }), { ...makoto, managedTeamIds: ["hq", "other"] }).ok).toBe(true);
  });
  test("not in a closed team, not who has left, not from a day to come, not twice", () => {
    expect(decide(facts({ teams: [{ ...soc, closed: true }] }), makoto)).toEqual(refused("TeamIsClosed"));
    expect(decide(facts({ personIsActive: false }), makoto)).toEqual(refused("PersonNotActive"));
    expect(decide(facts(), makoto, { fromOn: "2026-11-21" })).toEqual(refused("DayInFuture"));
    expect(decide(facts({ alreadyStands: true }), makoto)).toEqual(refused("AppointmentStands"));
  });
});

describe("the basis of a mentorship", () => {
  test("by proficiency only who is independent there; by appointment anybody", () => {
    const learner = facts({ isIndependent: false });
    expect(appointMentor(mentor, learner, makoto)).toEqual(refused("NotIndependentThere"));
    expect(appointMentor({ ...mentor, basis: "appointment" }, learner, makoto).ok).toBe(true);
  });
  test.each([
    ["whoever is independent needs no reason", true, "", "proficiency"],
    ["whoever is independent may have one", true, "監視の要", "proficiency"],
    ["anybody else needs one", false, "", null],
    ["anybody else with one is appointed", false, "前職で5年の監視経験", "appointment"],
  ] as const)("without a basis named: %s", (_, isIndependent, reason, basis) => {
    const decision = appointMentor({ ...mentor, basis: null, reason }, facts({ isIndependent }), makoto);
    expect(decision).toEqual(
      basis === null ? refused("AppointmentNeedsReason") : { ok: true, value: { ...mentor, basis, reason } },
    );
  });
  test("a signer needs none", () => expect(appoint(signer, facts({ isIndependent: false }), makoto).ok).toBe(true));
});

describe("ending", () => {
  const standing = { personId: "yuko", teams: [soc], ended: false };
  test("whoever may appoint there may end it", () => {
    expect(endAppointment(standing, makoto)).toEqual({ ok: true, value: standing });
    for (const actor of [akari, kenichi, shin]) expect(endAppointment(standing, actor)).toEqual(refused("NotFound"));
  });
  test("it is offered to nobody else", () => {
    const offered = [makoto, akari, kenichi, shin, { ...makoto, id: "yuko" }].map((actor) => [
      mayEndAppointment(actor, standing),
      endAppointment(standing, actor).ok,
    ]);
    expect(offered).toEqual([[true, true], ...Array.from({ length: 4 }, () => [false, false])]);
  });
  test("nobody ends their own", () => {
    expect(endAppointment(standing, { ...makoto, id: "yuko" })).toEqual(refused("OwnAppointment"));
  });
  test("of the whole organisation, whoever manages every root team", () => {
    const other = { teamId: "other", ancestorIds: ["other"] };
    expect(endAppointment({ ...standing, teams: [hq, other] }, makoto)).toEqual(refused("NotFound"));
    expect(endAppointment({ ...standing, teams: [] }, makoto)).toEqual(refused("NotFound"));
  });
  test("once, and only what is there", () => {
    expect(endAppointment({ ...standing, ended: true }, makoto)).toEqual(refused("AppointmentEnded"));
    expect(endAppointment({ ...standing, ended: true }, akari)).toEqual(refused("NotFound"));
    expect(endAppointment(null, makoto)).toEqual(refused("NotFound"));
  });
});
