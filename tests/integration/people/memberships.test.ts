import { beforeEach, describe, expect, test } from "vitest";
import { endGrant, grantCapacity } from "@/lib/capacity/commands";
import type { NewGrant } from "@/lib/capacity/schema";
import { addMembership, endMembership } from "@/lib/membership/commands";
import type { NewMembership } from "@/lib/membership/schema";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { aGrant, aPerson, aTeam } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";

const now = new Date("2026-11-20T01:00:00Z");
let world: World;
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (code: string) => ({ ok: false, refusal: { code } });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
});

describe("memberships", () => {
  const toPlant = (change: Partial<NewMembership> = {}): NewMembership => ({
    onceKey: newId(),
    personId: world.people.misaki.id,
    teamId: world.teams.plant.id,
    kind: "main",
    fromOn: "2026-12-01",
    toOn: null,
    ...change,
  });
  const spans = async () =>
    (await db().membership.findMany({ where: { personId: world.people.misaki.id }, orderBy: { fromOn: "asc" } })).map(
      ({ fromOn, toOn }) => [fromOn.toISOString().slice(0, 10), toOn?.toISOString().slice(0, 10) ?? null],
    );

  test("a transfer ends the main membership the day before, in one act", async () => {
    const form = toPlant();
    expect(await addMembership(form, await as("shin"))).toEqual({ ok: true, value: { personId: form.personId } });
    expect(await spans()).toEqual([
      ["2024-04-01", "2026-11-30"],
      ["2026-12-01", null],
    ]);
    expect(await eventsAbout(form.personId)).toMatchObject([
      { action: "MembershipAdded", body: { membershipId: form.onceKey, isMain: true, fromOn: "2026-12-01" } },
    ]);
  });

  test("the same form ten times at once is one membership", async () => {
    const form = toPlant();
    const caller = await as("shin");
    expect((await atOnce(10, () => addMembership(form, caller))).every(({ ok }) => ok)).toBe(true);
    expect(await spans()).toHaveLength(2);
    expect(await eventsAbout(form.personId)).toHaveLength(1);
  });

  test("ten forms at once for one team: one membership, nine told so", async () => {
    const caller = await as("shin");
    const answers = await atOnce(10, () => addMembership(toPlant({ kind: "additional" }), caller));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array(9).fill(refused("AlreadyMember")));
  });

  test("is refused to a manager, for nobody, in a closed team", async () => {
    const shut = await aTeam({ closedOn: "2026-01-01" });
    expect(await addMembership(toPlant(), await as("makoto"))).toEqual(refused("NotFound"));
    expect(await addMembership(toPlant({ personId: newId() }), await as("shin"))).toEqual(refused("NotFound"));
    expect(await addMembership(toPlant({ teamId: newId() }), await as("shin"))).toEqual(refused("NotFound"));
    expect(await addMembership(toPlant({ teamId: shut.id }), await as("shin"))).toEqual(refused("TeamIsClosed"));
  });

  test("ends on a day, once, and not by a manager", async () => {
    const { id: membershipId } = await db().membership.findFirstOrThrow({
      where: { personId: world.people.misaki.id },
    });
    const form = { membershipId, toOn: "2027-03-31" };
    expect(await endMembership(form, await as("makoto"))).toEqual(refused("NotFound"));
    const caller = await as("shin");
    expect((await atOnce(10, () => endMembership(form, caller))).every(({ ok }) => ok)).toBe(true);
    expect(await spans()).toEqual([["2024-04-01", "2027-03-31"]]);
    expect(await eventsAbout(world.people.misaki.id)).toMatchObject([
      { action: "MembershipEnded", body: { membershipId, toOn: "2027-03-31" } },
    ]);
    expect(await endMembership({ ...form, membershipId: newId() }, caller)).toEqual(refused("NotFound"));
  });
});

describe("capacities", () => {
  const form = (change: Partial<NewGrant> = {}): NewGrant => ({
    onceKey: newId(),
    personId: world.people.kenichi.id,
    capacity: "manager",
    teamId: world.teams.soc.id,
    reason: "チームを任せる",
    ...change,
  });

  test("an administrator makes Kenichi manager of the SOC", async () => {
    const grant = form();
    expect((await grantCapacity(grant, await as("shin"))).ok).toBe(true);
    expect((await actorOf(grant.personId)).managedTeamIds).toEqual([world.teams.soc.id]);
    expect(await eventsAbout(grant.personId)).toEqual([
      {
        action: "CapacityGranted",
        actor: world.people.shin.id,
        body: { grantId: grant.onceKey, capacity: "manager", teamId: world.teams.soc.id },
      },
    ]);
  });

  test("the same form ten times, and ten forms for the same: one grant", async () => {
    const grant = form();
    const caller = await as("shin");
    expect((await atOnce(10, () => grantCapacity(grant, caller))).every(({ ok }) => ok)).toBe(true);
    const answers = await atOnce(10, () => grantCapacity(form({ capacity: "auditor" }), caller));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array(9).fill(refused("CapacityAlreadyHeld")));
    expect(await eventsAbout(grant.personId)).toHaveLength(2);
  });

  test("nobody grants themselves; a manager, an auditor and a trainee grant nobody", async () => {
    for (const capacity of ["manager", "admin", "auditor"] as const) {
      const own = form({ personId: world.people.shin.id, capacity });
      expect(await grantCapacity(own, await as("shin"))).toEqual(refused("OwnCapacity"));
    }
    for (const name of ["makoto", "emi", "misaki"] as const) {
      expect(await grantCapacity(form(), await as(name))).toEqual(refused("NotFound"));
    }
    const gone = await aPerson({ deactivatedAt: now });
    expect(await grantCapacity(form({ personId: gone.id }), await as("shin"))).toEqual(refused("PersonNotActive"));
  });

  test("ends with a reason, once", async () => {
    const grant = await aGrant(world.people.kenichi, "auditor");
    const end = { grantId: grant.id, reason: "監査の終わり" };
    expect(await endGrant(end, await as("makoto"))).toEqual(refused("NotFound"));
    const caller = await as("shin");
    const answers = await atOnce(10, () => endGrant(end, caller));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array(9).fill(refused("CapacityEnded")));
    expect(await db().capacityGrant.findUniqueOrThrow({ where: { id: grant.id } })).toMatchObject({
      endedById: world.people.shin.id,
      endReason: "監査の終わり",
    });
    expect(await eventsAbout(world.people.kenichi.id)).toHaveLength(1);
  });

  test("the last administrator stays; of two who end each other's capacity at once one stays", async () => {
    const own = await db().capacityGrant.findFirstOrThrow({ where: { personId: world.people.shin.id } });
    const endOwn = { grantId: own.id, reason: "交代" };
    expect(await endGrant(endOwn, await as("shin"))).toEqual(refused("LastAdministrator"));
    const other = await aGrant(world.people.taro, "admin");
    const [shin, taro] = [await as("shin"), await as("taro")];
    const answers = await Promise.all([endGrant({ grantId: other.id, reason: "交代" }, shin), endGrant(endOwn, taro)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(refused("LastAdministrator"));
  });
});
