import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { loadEnrolments, ofPerson } from "@/lib/training/facts";
import { policySets } from "@/lib/training/policy-sets";
import { emptyDatabase } from "@/tests/support/database";
import { aWorld, type World } from "@/tests/support/personas";
import { enrolmentOf } from "@/tests/support/training";

let world: World;
beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
});

const opened = () => db().stepOpened.findMany({ orderBy: [{ enrolmentId: "asc" }, { step: "asc" }] });
const setValues = (policyValues: object) => db().stepOpened.updateMany({ data: { policyValues } });
const valuesOfMisaki = async () =>
  (await loadEnrolments(db(), ofPerson(world.people.misaki.id))).flatMap((enrolment) =>
    enrolment.opened.map(({ policyValues }) => policyValues),
  );
/** Fills the memory with sets that no test reads. */
const forgetAll = () => {
  for (let n = 0; n < 64; n += 1) policySets().valuesOf(`other ${n}`, {});
};

test("equal values have one digest, in whatever order their keys were written; other values another", async () => {
  await setValues({ "g1.s1.incidentReports.n": 3, "g1.s1.meetings.n": 4 });
  const first = new Set((await opened()).map(({ policyDigest }) => policyDigest));
  await setValues({ "g1.s1.meetings.n": 4, "g1.s1.incidentReports.n": 3 });
  const again = new Set((await opened()).map(({ policyDigest }) => policyDigest));
  await setValues({ "g1.s1.incidentReports.n": 3, "g1.s1.meetings.n": 5 });
  const other = new Set((await opened()).map(({ policyDigest }) => policyDigest));
  expect([first.size, again, other.size]).toEqual([1, first, 1]);
  expect(other).not.toEqual(first);
});

test("a digest that was written by hand is made right by the database", async () => {
  const [before] = await opened();
  await db().stepOpened.updateMany({ data: { policyDigest: "somebody's" } });
  expect((await opened())[0]?.policyDigest).toBe(before?.policyDigest);
});

test("read again from memory, an opening has the values it has; changed ones are read anew", async () => {
  const values = { "g1.s1.incidentReports.n": 7 };
  await setValues(values);
  forgetAll();
  const first = await valuesOfMisaki();
  expect(first.length).toBeGreaterThan(0);
  expect(first.every((each) => each["g1.s1.incidentReports.n"] === 7)).toBe(true);
  expect(await valuesOfMisaki()).toEqual(first);
  const [one] = await opened();
  expect(policySets().known).toContain(one?.policyDigest);
  await setValues({ "g1.s1.incidentReports.n": 8 });
  expect((await valuesOfMisaki()).every((each) => each["g1.s1.incidentReports.n"] === 8)).toBe(true);
});

test("what a statement was told not to send stays at hand until it answers, whatever came in between", () => {
  policySets().valuesOf("of April", { "g1.s1.meetings.n": 4 });
  const asked = policySets();
  forgetAll();
  expect(policySets().known).not.toContain("of April");
  expect(asked.known).toContain("of April");
  expect(asked.valuesOf("of April", null)).toEqual({ "g1.s1.meetings.n": 4 });
  expect(policySets().known.length).toBe(64);
  expect(() => policySets().valuesOf("never seen", null)).toThrow("never seen");
});

test("of two STEPs opened under other values each keeps its own", async () => {
  const liaison = await enrolmentOf(world.people.misaki, "liaison-coordination");
  await setValues({ "g1.s1.meetings.n": 4 });
  await db().stepOpened.updateMany({
    where: { enrolmentId: liaison.id },
    data: { policyValues: { "g1.s1.meetings.n": 9 } },
  });
  for (const _ of ["sent", "from memory"]) {
    const all = await loadEnrolments(db(), ofPerson(world.people.misaki.id));
    const meetings = all.map(({ ref, opened: [step] }) => [
      ref.enrolmentId === liaison.id,
      step?.policyValues["g1.s1.meetings.n"],
    ]);
    expect(meetings).toContainEqual([true, 9]);
    expect(meetings).toContainEqual([false, 4]);
  }
});
