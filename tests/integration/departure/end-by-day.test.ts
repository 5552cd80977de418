import { beforeEach, describe, expect, test } from "vitest";
import { endByDay } from "@/lib/departure/commands";
import { addMembership, endMembership } from "@/lib/membership/commands";
import { deactivatePerson, editPerson, reactivatePerson } from "@/lib/people/commands";
import { findPerson } from "@/lib/people/queries";
import { toDbDay } from "@/lib/platform/days";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { aGrant, aMembership, aMentorship } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { runJobs } from "@/tests/support/notices";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aHold, aJudgementRequest, aSignOffRequest, at } from "@/tests/support/practice";
import { enrolmentOf } from "@/tests/support/training";

const STRUCTURE = "g1.s2.target-structure";
const LAST_DAY = "2026-11-20";
const before = at(LAST_DAY, "23:59");
const after = at("2026-11-21", "00:01");

let world: World;
let liaison: { id: string };

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  liaison = await enrolmentOf(world.people.misaki, "liaison-coordination");
});

const lastDay = (name: PersonaName, endsOn: string | null = LAST_DAY) =>
  db().person.update({
    where: { id: world.people[name].id },
    data: { endsOn: endsOn === null ? null : toDbDay(endsOn) },
  });
const lastDayIn = (name: PersonaName, toOn = LAST_DAY) =>
  db().membership.updateMany({ where: { personId: world.people[name].id }, data: { toOn: toDbDay(toOn) } });
const mentorshipsOf = (name: PersonaName) =>
  db().mentorship.findMany({ where: { personId: world.people[name].id }, select: { endedAt: true, endedById: true } });
const actionsAbout = async (name: PersonaName) =>
  (await eventsAbout(world.people[name].id)).map(({ action, actor }) => `${action} ${actor}`);
const shin = async () => ({ actor: await actorOf(world.people.shin.id), now: after });

/** Misaki waits for a sign-off and a judgement; Kenichi has taken the first on. */
async function whatWaits() {
  const request = await aSignOffRequest(liaison, world.people.misaki, { step: 0 });
  const judgement = await aJudgementRequest(liaison, STRUCTURE);
  const hold = await aHold(liaison, world.people.kenichi, { signOff: request });
  return { request, judgement, hold };
}

describe("the last day in the organisation", () => {
  test("ends nothing while it lasts, and the day after everything that deactivation ends", async () => {
    await lastDay("kenichi");
    await aGrant(world.people.kenichi, "manager", world.teams.soc);
    const { hold } = await whatWaits();
    expect(await endByDay(before)).toEqual({ ok: true, value: null });
    expect(await actionsAbout("kenichi")).toEqual([]);

    expect(await endByDay(after)).toEqual({ ok: true, value: null });
    expect(await mentorshipsOf("kenichi")).toEqual([{ endedAt: after, endedById: null }]);
    expect(await db().capacityGrant.count({ where: { personId: world.people.kenichi.id, endedAt: null } })).toBe(0);
    expect(await db().hold.findUniqueOrThrow({ where: { id: hold.id } })).toMatchObject({
      ending: "lapsed",
      endedAt: after,
    });
    expect(await eventsAbout(world.people.kenichi.id)).toEqual([
      {
        action: "PersonDeactivated",
        actor: "system",
        body: { sessions: 0, links: 0, mentorships: 1, appointments: 0, grants: 1 },
      },
    ]);
    expect(await db().deactivation.findMany()).toMatchObject([
      { reason: "", deactivatedById: null, deactivatedAt: after },
    ]);
  });

  test("takes back what the trainee had asked for, tells the trail, and settles the notices of who waited for it", async () => {
    const { request, judgement } = await whatWaits();
    const about = { kind: "signOffRequested", key: "x", at: before, values: {}, about: `request ${request.id}` };
    const notice = { id: newId(), personId: world.people.kenichi.id, enrolmentId: liaison.id, way: "app" as const };
    await db().notice.create({ data: { ...about, ...notice } });
    await lastDay("misaki");
    await endByDay(after);
    expect(await db().requestOutcome.findMany()).toMatchObject([
      { requestId: request.id, kind: "withdrawn", decidedById: null },
    ]);
    expect(await db().judgementRequest.findMany()).toMatchObject([
      { id: judgement.id, closedAt: after, closedById: null },
    ]);
    expect(await actionsAbout("misaki")).toEqual([
      "SignOffRequestWithdrawn system",
      "JudgementRequestWithdrawn system",
      "PersonDeactivated system",
    ]);
    expect(await db().enrolment.count({ where: { personId: world.people.misaki.id, endedOn: null } })).toBe(2);
    await runJobs(new Date("2099-01-01T00:00:00Z"));
    expect((await db().notice.findUniqueOrThrow({ where: { id: notice.id } })).settledAt).not.toBeNull();
  });
});

describe("the job", () => {
  test("after days of outage one run does it all; run again, or five times at once, nothing is done twice", async () => {
    await lastDay("kenichi");
    await lastDay("ren", "2026-11-18");
    const late = at("2026-12-01");
    await atOnce(5, () => endByDay(late));
    await endByDay(late);
    expect(await actionsAbout("kenichi")).toEqual(["PersonDeactivated system"]);
    expect(await actionsAbout("ren")).toEqual(["PersonDeactivated system"]);
    expect(await db().deactivation.count()).toBe(2);
  });

  test("which was put off in time ends nothing; who was deactivated by hand is left alone", async () => {
    await lastDay("ren");
    await lastDay("ren", "2027-03-31");
    await lastDay("kenichi");
    const byHand = { personId: world.people.kenichi.id, reason: "退職" };
    await deactivatePerson(byHand, { actor: await actorOf(world.people.shin.id), now: before });
    await endByDay(after);
    expect(await actionsAbout("ren")).toEqual([]);
    expect(await actionsAbout("kenichi")).toEqual([`PersonDeactivated ${world.people.shin.id}`]);
  });

  test("never shuts the last administrator out", async () => {
    await lastDay("shin");
    expect((await endByDay(after)).ok).toBe(true);
    expect(await actionsAbout("shin")).toEqual([]);
  });

  test("who stays on after all is given a later day and comes back, and holds nothing", async () => {
    await lastDay("kenichi");
    await endByDay(after);
    const caller = await shin();
    const personId = world.people.kenichi.id;
    expect(await reactivatePerson({ personId, reason: "契約延長" }, caller)).toMatchObject({
      refusal: { code: "EndDayPassed" },
    });
    const page = await findPerson(caller.actor, personId, after);
    if (!page) throw new Error("no page");
    expect(page.deactivation).toMatchObject({ reason: "", by: null });
    await editPerson({ personId, seen: page.seen, ...page.profile, endsOn: "2027-03-31" }, caller);
    expect((await reactivatePerson({ personId, reason: "契約延長" }, caller)).ok).toBe(true);
    await endByDay(at("2026-11-22"));
    expect((await actorOf(personId)).mentorships).toEqual([]);
    expect(await actionsAbout("kenichi")).toHaveLength(3);
  });
});

describe("the last day of a membership", () => {
  test("ends the mentorships and appointments that rested on it, each with its event", async () => {
    await lastDayIn("kenichi");
    await aMentorship(world.people.kenichi, "forensics", world.teams.plant);
    await lastDayIn("taro");
    await endByDay(before);
    expect(await actionsAbout("kenichi")).toEqual([]);
    await endByDay(after);
    expect((await actorOf(world.people.kenichi.id)).mentorships).toEqual([
      { roleGroupCode: "forensics", teamId: world.teams.plant.id },
    ]);
    expect(await actionsAbout("kenichi")).toEqual(["MentorshipEnded system"]);
    expect(await actionsAbout("taro")).toEqual(["AppointmentEnded system"]);
    expect(await db().person.count({ where: { deactivatedAt: { not: null } } })).toBe(0);
    await atOnce(3, () => endByDay(at("2026-12-01")));
    expect(await actionsAbout("kenichi")).toHaveLength(1);
  });

  test("who moves to another team mentors on only where the new one reaches; what they asked for waits on", async () => {
    await aMentorship(world.people.kenichi, "soc-monitoring", world.teams.hq);
    const { request } = await whatWaits();
    for (const name of ["kenichi", "misaki"] as const) {
      const days = { fromOn: "2026-11-21", toOn: null, kind: "main" as const };
      const joining = { onceKey: newId(), personId: world.people[name].id, teamId: world.teams.plant.id, ...days };
      expect((await addMembership(joining, await shin())).ok).toBe(true);
    }
    await endByDay(after);
    expect((await actorOf(world.people.kenichi.id)).mentorships).toEqual([
      { roleGroupCode: "soc-monitoring", teamId: world.teams.hq.id },
    ]);
    expect((await db().signOffRequest.findUniqueOrThrow({ where: { id: request.id } })).isOpen).toBe(true);
  });

  test("who is left without a team has nothing waiting; what they ask for afterwards is not taken back", async () => {
    const { request } = await whatWaits();
    await lastDayIn("misaki");
    await endByDay(after);
    expect(await db().requestOutcome.findMany()).toMatchObject([{ requestId: request.id, decidedById: null }]);
    const again = await aSignOffRequest(liaison, world.people.misaki, { step: 0, attempt: 1, on: "2026-11-22" });
    await endByDay(at("2026-11-23"));
    expect((await db().signOffRequest.findUniqueOrThrow({ where: { id: again.id } })).isOpen).toBe(true);
  });

  test("a mentor who is appointed anew afterwards stays one", async () => {
    await lastDayIn("kenichi");
    await endByDay(after);
    const { id } = await aMentorship(world.people.kenichi, "liaison-coordination", world.teams.soc);
    await db().mentorship.update({ where: { id }, data: { appointedAt: at("2026-11-22") } });
    await endByDay(at("2026-11-24"));
    expect((await actorOf(world.people.kenichi.id)).mentorships).toHaveLength(1);
  });
});

test("the page says beforehand what ends, and that is what ends", async () => {
  await aMembership(world.people.kenichi, world.teams.plant, { isMain: false });
  const { actor } = await shin();
  const page = await findPerson(actor, world.people.kenichi.id, before);
  const inSoc = page?.memberships.find(({ team }) => team.id === world.teams.soc.id);
  const inPlant = page?.memberships.find(({ team }) => team.id === world.teams.plant.id);
  expect(inSoc?.ending).toMatchObject({ isLast: false, mentorships: [{ roleGroupCode: "liaison-coordination" }] });
  expect(inPlant?.ending).toMatchObject({ isLast: false, mentorships: [], appointments: [] });
  await endMembership({ membershipId: inSoc?.id ?? "", toOn: LAST_DAY }, { actor, now: before });
  await endByDay(after);
  expect((await actorOf(world.people.kenichi.id)).mentorships).toEqual([]);
});
