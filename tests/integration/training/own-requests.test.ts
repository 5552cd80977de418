import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { withdrawRequest } from "@/lib/training/commands";
import { listOwnRequests } from "@/lib/training/queries";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aSignature, aSignOffRequest } from "@/tests/support/practice";
import { aSignOff, enrolmentOf } from "@/tests/support/training";

const now = new Date("2026-11-20T01:00:00Z");
let world: World;
let liaison: { id: string };
const requestsOf = async (name: PersonaName) => listOwnRequests(await actorOf(world.people[name].id));

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  liaison = await enrolmentOf(world.people.misaki, "liaison-coordination");
});

async function sentBack() {
  const { misaki, kenichi } = world.people;
  const request = await aSignOffRequest(liaison, misaki, { step: 1, on: "2026-11-10" });
  // An hour before midnight in London is the next day in Tokyo.
  const at = new Date("2026-11-12T23:00:00Z");
  const outcome = { kind: "sentBack", decidedById: kenichi.id, decidedAt: at, comment: "もう一歩です。" } as const;
  await db().requestOutcome.create({ data: { requestId: request.id, ...outcome } });
  const remark = { enrolmentId: liaison.id, requestId: request.id, byId: kenichi.id, madeAt: at, settledAt: null };
  const reason = "連絡した時刻を書いてください。";
  await db().remark.create({ data: { id: newId(), criterionCode: "g1.s1.incident-reports", reason, ...remark } });
}

describe("own requests for a sign-off", () => {
  test("nobody's until somebody asks", async () => {
    expect(await requestsOf("misaki")).toEqual([]);
  });

  test("one that was sent back says by whom, on which day there, and why", async () => {
    await sentBack();
    expect(await requestsOf("misaki")).toMatchObject([
      {
        enrolmentId: liaison.id,
        roleGroupCode: "liaison-coordination",
        step: 1,
        askedOn: "2026-11-10",
        signature: null,
        signOff: null,
        outcome: { kind: "sentBack", by: { name: "高橋 健一" }, on: "2026-11-13", comment: "もう一歩です。" },
        remarks: [
          { criterionCode: "g1.s1.incident-reports", reason: "連絡した時刻を書いてください。", settled: false },
        ],
      },
    ]);
  });

  test("the latest first: asked again, signed by the mentor, waiting for the countersignature", async () => {
    await sentBack();
    const again = await aSignOffRequest(liaison, world.people.misaki, { step: 1, on: "2026-11-17", attempt: 1 });
    await aSignature(again, world.people.kenichi, { on: "2026-11-18" });
    const [latest, earlier] = await requestsOf("misaki");
    expect(latest).toMatchObject({ signature: { by: { name: "高橋 健一" }, on: "2026-11-18" }, outcome: null });
    expect(earlier?.outcome?.kind).toBe("sentBack");
  });

  test("a withdrawn one names the trainee; a sign-off its mentor, countersigner and revocation", async () => {
    const { misaki, kenichi, taro, makoto } = world.people;
    const taken = await aSignOffRequest(liaison, misaki, { step: 1 });
    await withdrawRequest({ requestId: taken.id }, { actor: await actorOf(misaki.id), now });
    await aSignOff(liaison, 0, { by: kenichi, trainee: misaki, signedOn: "2026-10-01" });
    const signed = await db().stepSignOff.findFirstOrThrow();
    await db().stepSignOff.update({
      where: { id: signed.id },
      data: { countersignedById: taro.id, countersignedAt: new Date("2026-10-02T01:00:00Z") },
    });
    const people = { mentor: { name: "高橋 健一" }, countersigner: { name: "加藤 太郎" } };
    expect(await requestsOf("misaki")).toMatchObject([
      { requestId: taken.id, outcome: { kind: "withdrawn", by: { name: "佐藤 美咲" }, on: "2026-11-20" } },
      { outcome: { kind: "signedOff" }, signOff: { ...people, revoked: false } },
    ]);
    const revocation = { signOffId: signed.id, revokedById: makoto.id, revokedAt: now, reason: "証跡の取り違え" };
    await db().revocation.create({ data: { id: newId(), ...revocation } });
    expect((await requestsOf("misaki"))[1]?.signOff?.revoked).toBe(true);
  });

  test("are nobody else's, mentor and manager included", async () => {
    await sentBack();
    for (const name of ["ren", "kenichi", "makoto", "shin", "taro"] as const)
      expect(await requestsOf(name)).toEqual([]);
  });
});
