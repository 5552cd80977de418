import { beforeEach, describe, expect, test } from "vitest";
import { endLeave, enterLeave, withdrawLeave } from "@/lib/leave/commands";
import { listLeaves } from "@/lib/leave/queries";
import type { NewLeave } from "@/lib/leave/schema";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { loadTraining, ofPerson } from "@/lib/training/facts";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { aLeave } from "@/tests/support/leave";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";

const now = new Date("2026-11-20T01:00:00Z");
let world: World;
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (code: string, more = {}) => ({ ok: false, refusal: { code, ...more } });
const wish = (change: Partial<NewLeave> = {}): NewLeave => ({
  onceKey: newId(),
  personId: world.people.misaki.id,
  fromOn: "2026-12-01",
  toOn: null,
  ...change,
});
const spans = async (name: PersonaName = "misaki") =>
  (await listLeaves(await actorOf(world.people[name].id), world.people[name].id, now))?.leaves.map(
    ({ fromOn, toOn }) => [fromOn, toOn],
  );

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
});

describe("entering a leave", () => {
  test("by herself, without a cause; her facts know it", async () => {
    const form = wish({ toOn: "2027-03-31" });
    expect(await enterLeave(form, await as("misaki"))).toEqual({ ok: true, value: { personId: form.personId } });
    expect(await spans()).toEqual([["2026-12-01", "2027-03-31"]]);
    const [training] = await loadTraining(db(), ofPerson(form.personId));
    expect(training?.facts.leaves).toMatchObject([{ fromOn: "2026-12-01", toOn: "2027-03-31" }]);
    expect(await eventsAbout(form.personId)).toMatchObject([
      { action: "LeaveEntered", body: { leaveId: form.onceKey, fromOn: "2026-12-01", toOn: "2027-03-31" } },
    ]);
  });

  test("the same form ten times at once is one leave; ten forms for the same days are one and nine told so", async () => {
    const form = wish();
    const caller = await as("makoto");
    expect((await atOnce(10, () => enterLeave(form, caller))).every(({ ok }) => ok)).toBe(true);
    const others = await atOnce(10, () => enterLeave(wish({ fromOn: "2026-11-20", toOn: "2026-11-30" }), caller));
    expect(others.filter(({ ok }) => ok)).toHaveLength(1);
    expect(others.filter(({ ok }) => !ok)).toEqual(Array(9).fill(refused("LeaveOverlaps")));
    expect(await spans()).toHaveLength(2);
    expect(await eventsAbout(form.personId)).toHaveLength(2);
  });

  test("one's own from long ago is a manager's to enter", async () => {
    const form = wish({ fromOn: "2026-09-01", toOn: "2026-10-31" });
    expect(await enterLeave(form, await as("misaki"))).toEqual(refused("OwnLeaveTooLongAgo", { days: 31 }));
    expect((await enterLeave(form, await as("makoto"))).ok).toBe(true);
  });

  test("the database keeps out a last day before the first, and two open ones", async () => {
    const { misaki } = world.people;
    await expect(aLeave(misaki, { fromOn: "2026-12-01", toOn: "2026-11-30" })).rejects.toThrow("Leave_days");
    await aLeave(misaki, { fromOn: "2026-12-01" });
    await expect(aLeave(misaki, { fromOn: "2027-12-01" })).rejects.toThrow(/[Uu]nique/);
  });
});

describe("ending and taking back", () => {
  test("ends on a day, once; another last day may follow while it is not past", async () => {
    const { id: leaveId } = await aLeave(world.people.misaki, { fromOn: "2026-10-01" });
    const caller = await as("makoto");
    const end = { leaveId, toOn: "2026-12-31" };
    expect((await atOnce(10, () => endLeave(end, caller))).every(({ ok }) => ok)).toBe(true);
    expect(await eventsAbout(world.people.misaki.id)).toHaveLength(1);
    expect((await endLeave({ leaveId, toOn: "2026-11-19" }, caller)).ok).toBe(true);
    expect(await endLeave(end, caller)).toEqual(refused("LeaveOver"));
    expect(await withdrawLeave({ leaveId }, caller)).toEqual(refused("LeaveOver"));
    expect(await endLeave({ leaveId: newId(), toOn: "2026-12-31" }, caller)).toEqual(refused("NotFound"));
  });

  test("taken back ten times at once: once, and its days are free again", async () => {
    const { id: leaveId } = await aLeave(world.people.misaki, { fromOn: "2026-12-01" });
    const caller = await as("misaki");
    expect((await atOnce(10, () => withdrawLeave({ leaveId }, caller))).every(({ ok }) => ok)).toBe(true);
    expect(await eventsAbout(world.people.misaki.id)).toHaveLength(1);
    expect(await spans()).toEqual([]);
    expect((await enterLeave(wish(), caller)).ok).toBe(true);
    expect(await endLeave({ leaveId, toOn: "2026-12-31" }, caller)).toEqual(refused("NotFound"));
  });
});

test("who may not keep a leave does not read it: an administrator, a mentor, another team's manager", async () => {
  await aLeave(world.people.misaki, { fromOn: "2026-11-01" });
  for (const name of ["shin", "kenichi", "akari", "emi"] as const) {
    expect(await listLeaves(await actorOf(world.people[name].id), world.people.misaki.id, now)).toBeNull();
  }
  const read = await listLeaves(await actorOf(world.people.makoto.id), world.people.misaki.id, now);
  expect(read?.leaves).toHaveLength(1);
});

describe("who is on leave today", () => {
  /** The pool asks the database's clock. */
  const open = { fromOn: "2020-01-01" };

  test("a mentor is out of the pool, and back when the leave has ended", async () => {
    const mentorsOfMisaki = async () => {
      const all = await loadTraining(db(), ofPerson(world.people.misaki.id));
      return all.find(({ ref }) => ref.roleGroupCode !== null)?.mentors.map(({ id }) => id);
    };
    expect(await mentorsOfMisaki()).toEqual([world.people.kenichi.id]);
    const { id } = await aLeave(world.people.kenichi, open);
    expect(await mentorsOfMisaki()).toEqual([]);
    await db().leave.update({ where: { id }, data: { toOn: new Date("2026-01-01") } });
    expect(await mentorsOfMisaki()).toEqual([world.people.kenichi.id]);
  });
});
