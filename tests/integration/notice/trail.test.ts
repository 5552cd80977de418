import { beforeEach, expect, test } from "vitest";
import { verifyByClock, verifyTrail } from "@/lib/audit/commands";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { appendMany, tamper } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { told } from "@/tests/support/notices";
import { actorOf, aWorld, type World } from "@/tests/support/personas";

const NOW = new Date("2026-11-20T05:00:00Z");
const later = (days: number) => () => new Date(NOW.getTime() + days * 86_400_000);
let world: World;
beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  // the builders' world has no events: what the tables hold is told by nothing, and is not what is asked here
  await tamper(
    'delete from "PersonStanding"; delete from "StepOpened"; delete from "Enrolment"; delete from "Recognition"',
  );
  await appendMany(20);
});

const break7 = () => tamper("update audit.event set body = '{\"x\":1}' where seq = 7");
const mend7 = () => tamper("update audit.event set body = '{}' where seq = 7");

test("a verification that holds tells nobody", async () => {
  await verifyByClock(later(0));
  expect(await told()).toEqual([]);
  expect(await db().trailVerification.findFirst()).toMatchObject({ faults: [], differing: 0 });
});

test("one that fails is told to auditors and administrators, with the number and nothing else; once for the same fault", async () => {
  await break7();
  for (const day of [0, 1, 2]) await verifyByClock(later(day));
  expect(await told()).toEqual(["trailFaulty emi", "trailFaulty shin"]);
  expect((await db().notice.findMany()).map(({ values }) => values)).toEqual(Array(2).fill({ seq: 7, count: 1 }));
});

test("another fault is another notice; a trail that holds again settles them, and what comes back is told again", async () => {
  await break7();
  await verifyByClock(later(0));
  await tamper("update audit.event set body = '{\"x\":1}' where seq = 3");
  await verifyByClock(later(1));
  expect(await told()).toHaveLength(4);
  await tamper("update audit.event set body = '{}' where seq = 3");
  await mend7();
  await verifyByClock(later(2));
  expect(await db().notice.count({ where: { settledAt: null } })).toBe(0);
  await break7();
  await verifyByClock(later(3));
  expect(await db().notice.count({ where: { settledAt: null } })).toBe(2);
});

test("who presses the button sees it there; the others are told", async () => {
  await break7();
  await verifyTrail({ onceKey: newId() }, { actor: await actorOf(world.people.emi.id), now: NOW });
  expect(await told()).toEqual(["trailFaulty shin"]);
});

test("tables that say other than the events are told too", async () => {
  const person = { personId: world.people.misaki.id, enteredById: world.people.misaki.id, enteredAt: NOW };
  await db().leave.create({ data: { id: newId(), ...person, fromOn: new Date("2026-12-01") } });
  for (const day of [0, 1]) await verifyByClock(later(day));
  expect(await told()).toEqual(["tablesDiffer emi", "tablesDiffer shin"]);
  expect(await db().trailVerification.findFirst()).toMatchObject({ faults: [], differing: 1 });
});
