import { beforeEach, describe, expect, test } from "vitest";
import type { RecordInput } from "@/lib/domain/record-input";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { addClaim, correctRecord, withdrawClaim, withdrawRecord } from "@/lib/records/commands";
import { refreshStanding } from "@/lib/training/facts";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { aDraft } from "@/tests/support/drafts";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aRecord, aRemark, aSignOff, aVerification, enrolmentOf } from "@/tests/support/training";

const now = new Date("2026-11-20T01:00:00Z");
const REPORT = "g1.s1.monthly-report";
const INCIDENT = "g1.s1.incident-reports";
const TRIAGE = "g1.s2.triage";
let world: World;
let liaison: { id: string };
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (code: string) => ({ ok: false, refusal: { code } });
const actionsOf = async (name: PersonaName) => (await eventsAbout(world.people[name].id)).map(({ action }) => action);

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  liaison = await enrolmentOf(world.people.misaki, "liaison-coordination");
});

/** Misaki's report for October, claimed for the monthly report and the incident reports. */
const anOctoberReport = () =>
  aRecord(world.people.misaki, {
    happenedOn: "2026-11-05",
    periodCovered: "2026-10",
    claims: [REPORT, INCIDENT].map((criterionCode) => ({ enrolment: liaison, criterionCode })),
  });
const claimOn = (criterionCode: string, parts: string[] = []) => ({ enrolmentId: liaison.id, criterionCode, parts });
const correction = (recordId: string, wish: Partial<RecordInput> = {}) => ({
  recordId,
  onceKey: newId(),
  ...aDraft({ happenedOn: "2026-11-05", kind: "report", title: "10月の月次報告(訂正)", periodCovered: "2026-10" }),
  claims: [claimOn(REPORT)],
  ...wish,
});
const claimsOf = async (recordId: string) => {
  const claims = await db().recordClaim.findMany({ where: { recordId }, orderBy: { criterionCode: "desc" } });
  return claims.map(({ criterionCode, withdrawnAt }) => [criterionCode, withdrawnAt === null ? "stands" : "withdrawn"]);
};
const lastVerifiedOn = async () =>
  (await db().personStanding.findUniqueOrThrow({ where: { enrolmentId: liaison.id } })).lastVerifiedOn;

describe("correcting", () => {
  test("makes a new record; open claims move to it and wait again, also those that were verified", async () => {
    const { id, claimIds } = await anOctoberReport();
    await aVerification(claimIds[0] ?? "", world.people.kenichi);
    await refreshStanding(db(), liaison.id);
    expect(await lastVerifiedOn()).toEqual(new Date("2026-11-05"));
    const done = await correctRecord(correction(id), await as("misaki"));
    const after = await db().practiceRecord.findFirstOrThrow({ where: { correctsId: id } });
    expect(done).toEqual({ ok: true, value: { recordId: after.id, claims: 1 } });
    expect(await claimsOf(id)).toEqual([
      [REPORT, "withdrawn"],
      [INCIDENT, "withdrawn"],
    ]);
    expect(await claimsOf(after.id)).toEqual([[REPORT, "stands"]]);
    expect(await db().verification.count({ where: { claim: { recordId: after.id } } })).toBe(0);
    expect(await lastVerifiedOn()).toBeNull();
    expect((await db().practiceRecord.findUniqueOrThrow({ where: { id } })).title).toBe("2026-11-05の記録");
  });

  test("leaves on what was signed what a sign-off froze", async () => {
    const { misaki, kenichi } = world.people;
    const { id, claimIds } = await anOctoberReport();
    const verification = await aVerification(claimIds[0] ?? "", kenichi);
    await aSignOff(liaison, 1, {
      by: kenichi,
      trainee: misaki,
      frozen: [{ claimId: claimIds[0] ?? "", verification }],
    });
    expect(await correctRecord(correction(id), await as("misaki"))).toEqual(refused("CriterionNotClaimable"));
    const ahead = correction(id, { claims: [claimOn(TRIAGE, ["decision"])], mentorPresentName: "外部の講師" });
    expect(await correctRecord(ahead, await as("misaki"))).toMatchObject({ ok: true });
    expect(await claimsOf(id)).toEqual([
      [REPORT, "stands"],
      [INCIDENT, "stands"],
    ]);
  });

  test("ten times at once: one correction; another one afterwards is refused", async () => {
    const { id } = await anOctoberReport();
    const form = correction(id);
    const caller = await as("misaki");
    const answers = await atOnce(10, () => correctRecord(form, caller));
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(await db().practiceRecord.count({ where: { correctsId: id } })).toBe(1);
    expect(await correctRecord(correction(id), caller)).toEqual(refused("AlreadyCorrected"));
    expect(await actionsOf("misaki")).toEqual(["RecordCorrected"]);
  });

  test("two different corrections at once: one of them", async () => {
    const { id } = await anOctoberReport();
    const caller = await as("misaki");
    const answers = await Promise.all([correctRecord(correction(id), caller), correctRecord(correction(id), caller)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(refused("AlreadyCorrected"));
  });

  test("is for the trainee alone", async () => {
    const { id } = await anOctoberReport();
    for (const name of ["ren", "kenichi", "makoto", "shin"] as const) {
      expect(await correctRecord(correction(id, { claims: [] }), await as(name))).toEqual(refused("NotFound"));
    }
    expect(await correctRecord(correction(newId()), await as("misaki"))).toEqual(refused("NotFound"));
  });
});

describe("withdrawing a record", () => {
  test("takes its claims back; twice is once", async () => {
    const { id, claimIds } = await anOctoberReport();
    await aVerification(claimIds[0] ?? "", world.people.kenichi);
    await refreshStanding(db(), liaison.id);
    const caller = await as("misaki");
    const answers = await atOnce(5, () => withdrawRecord({ recordId: id }, caller));
    expect(answers).toEqual(Array(5).fill({ ok: true, value: { recordId: id } }));
    expect((await claimsOf(id)).map(([, state]) => state)).toEqual(["withdrawn", "withdrawn"]);
    expect(await lastVerifiedOn()).toBeNull();
    expect(await actionsOf("misaki")).toEqual(["RecordWithdrawn"]);
  });

  test("is refused while a sign-off rests on it, and open again once that is revoked", async () => {
    const { misaki, kenichi, makoto } = world.people;
    const { id, claimIds } = await anOctoberReport();
    const verification = await aVerification(claimIds[0] ?? "", kenichi);
    const frozen = [{ claimId: claimIds[0] ?? "", verification }];
    const signOff = await aSignOff(liaison, 1, { by: kenichi, trainee: misaki, frozen });
    expect(await withdrawRecord({ recordId: id }, await as("misaki"))).toEqual(refused("RecordFrozen"));
    expect(await withdrawClaim({ claimId: claimIds[0] ?? "" }, await as("misaki"))).toEqual(refused("ClaimFrozen"));
    await db().revocation.create({
      data: { id: newId(), signOffId: signOff.id, revokedById: makoto.id, revokedAt: now, reason: "証跡の誤り" },
    });
    expect(await withdrawRecord({ recordId: id }, await as("misaki"))).toMatchObject({ ok: true });
  });

  test("is for the trainee alone, and not for what was corrected", async () => {
    const { id } = await anOctoberReport();
    expect(await withdrawRecord({ recordId: id }, await as("kenichi"))).toEqual(refused("NotFound"));
    await correctRecord(correction(id), await as("misaki"));
    expect(await withdrawRecord({ recordId: id }, await as("misaki"))).toEqual(refused("AlreadyCorrected"));
  });
});

describe("claims of a record that is there", () => {
  const wishFor = (recordId: string, criterionCode: string) => ({ recordId, wishes: [claimOn(criterionCode)] });

  test("one more criterion, ten times at once: one claim", async () => {
    const { id } = await aRecord(world.people.misaki, { happenedOn: "2026-11-05", periodCovered: "2026-10" });
    const caller = await as("misaki");
    const answers = await atOnce(10, () => addClaim(wishFor(id, REPORT), caller));
    expect(answers).toEqual(Array(10).fill({ ok: true, value: { recordId: id } }));
    expect(await claimsOf(id)).toEqual([[REPORT, "stands"]]);
    expect(await actionsOf("misaki")).toEqual(["ClaimAdded"]);
  });

  test("refused where the record lacks what the criterion needs", async () => {
    const { id } = await aRecord(world.people.misaki, { happenedOn: "2026-11-05" });
    expect(await addClaim(wishFor(id, REPORT), await as("misaki"))).toEqual({
      ok: false,
      refusal: { code: "FieldsMissing", fields: ["periodCovered"] },
    });
    expect(await addClaim(wishFor(id, REPORT), await as("ren"))).toEqual(refused("NotFound"));
  });

  test("one is taken back, and waits again when it is claimed again", async () => {
    const { id, claimIds } = await anOctoberReport();
    const [claimId = ""] = claimIds;
    const caller = await as("misaki");
    const answers = await atOnce(5, () => withdrawClaim({ claimId }, caller));
    expect(answers).toEqual(Array(5).fill({ ok: true, value: { recordId: id } }));
    expect(await claimsOf(id)).toEqual([
      [REPORT, "withdrawn"],
      [INCIDENT, "stands"],
    ]);
    expect(await addClaim(wishFor(id, REPORT), caller)).toMatchObject({ ok: true });
    const again = await db().recordClaim.findUniqueOrThrow({ where: { id: claimId } });
    expect(again).toMatchObject({ withdrawnAt: null, claimedAt: now });
    expect(await actionsOf("misaki")).toEqual(["ClaimWithdrawn", "ClaimAdded"]);
  });

  test("one that was verified and taken back does not count again by itself", async () => {
    const { id, claimIds } = await anOctoberReport();
    const [claimId = ""] = claimIds;
    await aVerification(claimId, world.people.kenichi);
    await withdrawClaim({ claimId }, await as("misaki"));
    expect(await addClaim(wishFor(id, REPORT), await as("misaki"))).toEqual(refused("ClaimWithdrawn"));
  });

  test("somebody else's claim is not there", async () => {
    const { claimIds } = await anOctoberReport();
    for (const name of ["ren", "kenichi", "makoto"] as const) {
      expect(await withdrawClaim({ claimId: claimIds[0] ?? "" }, await as(name))).toEqual(refused("NotFound"));
    }
  });

  test("a remark stays open when its record is corrected: the new claim has to be judged", async () => {
    const { id, claimIds } = await anOctoberReport();
    const sentBack = { enrolment: liaison, criterionCode: REPORT, by: world.people.kenichi };
    const remark = await aRemark({ ...sentBack, claimId: claimIds[0] ?? "" });
    await correctRecord(correction(id), await as("misaki"));
    expect(await db().remark.findUniqueOrThrow({ where: { id: remark.id } })).toMatchObject({ settledAt: null });
  });
});
