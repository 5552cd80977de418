import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { anEnrolment } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { aWorld, type World } from "@/tests/support/personas";
import { aRecord, at, aVerification, type RecordMade } from "@/tests/support/practice";

/** The column that the queue looks up, beside the facts that it follows from. */

let world: World;
let record: RecordMade;

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  const enrolment = await anEnrolment(world.people.soto, world.teams.plant, {
    edition: world.edition,
    roleGroupCode: "forensics",
  });
  record = await aRecord(world.people.soto, enrolment, { claims: ["g5.s1.acquisition", "g5.s1.report"] });
});

const unverified = async () => {
  const claims = await db().recordClaim.findMany({ orderBy: { id: "asc" } });
  return record.claims.map(({ id }) => claims.find((claim) => claim.id === id)?.isUnverified);
};
const [first, second] = [() => record.claims[0]?.id ?? "", () => record.claims[1]?.id ?? ""];

test("a claim is unverified until somebody verifies it, and again when that is withdrawn", async () => {
  expect(await unverified()).toEqual([true, true]);
  await aVerification({ id: first() }, world.people.makoto);
  expect(await unverified()).toEqual([false, true]);
  await db().verification.updateMany({
    where: { claimId: first() },
    data: { withdrawnAt: at("2026-11-20"), withdrawnById: world.people.makoto.id, withdrawReason: "別の記録でした。" },
  });
  expect(await unverified()).toEqual([true, true]);
});

test("a claim that is taken back waits for nobody, nor do those of a record that is", async () => {
  await db().recordClaim.update({ where: { id: second() }, data: { withdrawnAt: at("2026-11-20") } });
  expect(await unverified()).toEqual([true, false]);
  await db().practiceRecord.update({ where: { id: record.id }, data: { withdrawnAt: at("2026-11-20") } });
  expect(await unverified()).toEqual([false, false]);
});
