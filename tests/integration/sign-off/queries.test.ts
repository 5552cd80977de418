import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { findStepSheet } from "@/lib/sign-off/queries";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aSignature, aSignOffRequest, at, recognisedUpTo, verifiedRecords } from "@/tests/support/practice";
import { statementsOf } from "@/tests/support/statements";

const MEETING = "g1.s1.external-meetings";
const now = at("2026-11-20", "12:00");

let world: World;
let liaison: { id: string };
const key = (step: 0 | 1 | 2 | 3 = 1) => ({ personId: world.people.misaki.id, enrolmentId: liaison.id, step });
const sheetOf = async (name: PersonaName, step?: 0 | 1 | 2 | 3) =>
  findStepSheet(await actorOf(world.people[name].id), key(step), now);

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  const { misaki, makoto } = world.people;
  const basic = await db().enrolment.findFirstOrThrow({ where: { personId: misaki.id, roleGroupCode: null } });
  liaison = await db().enrolment.findFirstOrThrow({
    where: { personId: misaki.id, roleGroupCode: "liaison-coordination" },
  });
  await recognisedUpTo(basic, makoto, 0);
  await recognisedUpTo(liaison, makoto, 0);
});

describe("the sheet of a STEP", () => {
  test("holds progress, who verified what, and the requests, newest first", async () => {
    const { misaki, kenichi } = world.people;
    const [meeting] = await verifiedRecords(misaki, liaison, kenichi, [
      { kind: "meeting", happenedOn: "2026-11-02", claims: [MEETING] },
    ]);
    const first = await aSignOffRequest(liaison, misaki, { step: 1, on: "2026-11-10" });
    const outcome = {
      kind: "sentBack" as const,
      decidedById: kenichi.id,
      decidedAt: at("2026-11-12"),
      comment: "もう少しです。",
    };
    await db().requestOutcome.create({ data: { requestId: first.id, ...outcome } });
    const second = await aSignOffRequest(liaison, misaki, { step: 1, on: "2026-11-18", attempt: 1 });
    const sheet = await sheetOf("kenichi");
    expect(sheet).toMatchObject({
      trainee: { name: "佐藤 美咲" },
      measured: { step: 1, openedOn: "2025-04-01", progress: { metCount: 0, all: 3 } },
      isCountersigned: false,
      usualHours: 72,
      reader: { quality: "mentor", mayCountersign: false, hasSigned: false },
    });
    expect(sheet?.verifiers).toMatchObject([
      { claimId: meeting?.claims[0]?.id, on: "2026-11-02", by: { name: "高橋 健一" } },
    ]);
    expect(sheet?.requests).toMatchObject([
      { requestId: second.id, signature: null, outcome: null },
      { requestId: first.id, outcome: { kind: "sentBack", comment: "もう少しです。", by: { name: "高橋 健一" } } },
    ]);
    expect(sheet?.basic?.states[0]?.state).toBe("recognised");
  });

  test("of STEP3 asks for a countersignature, and knows who has signed", async () => {
    const request = await aSignOffRequest(liaison, world.people.misaki, { step: 3 });
    await aSignature(request, world.people.kenichi, { on: "2026-11-18" });
    expect(await sheetOf("kenichi", 3)).toMatchObject({
      isCountersigned: true,
      reader: { hasSigned: true, mayCountersign: false },
    });
    expect(await sheetOf("taro", 3)).toMatchObject({
      reader: { quality: null, hasSigned: false, mayCountersign: true },
    });
  });

  test("of common education measures topics", async () => {
    const sheet = await sheetOf("kenichi", 0);
    expect(sheet?.measured.progress).toBeNull();
    expect(sheet?.measured.topics?.all).toBeGreaterThan(0);
  });
});

test("others see no sheet, nor oneself, nor is there one for a STEP that basic education has not", async () => {
  for (const name of ["misaki", "yuko", "shin", "emi", "soto"] as const) expect(await sheetOf(name), name).toBeNull();
  const kenichi = await actorOf(world.people.kenichi.id);
  expect(await findStepSheet(kenichi, { ...key(), enrolmentId: newId() }, now)).toBeNull();
  const basic = await db().enrolment.findFirstOrThrow({
    where: { personId: world.people.misaki.id, roleGroupCode: null },
  });
  expect(await findStepSheet(kenichi, { ...key(2), enrolmentId: basic.id }, now)).toBeNull();
});

test("four statements, whatever the number of records", async () => {
  const { misaki, kenichi } = world.people;
  const actor = await actorOf(kenichi.id);
  const statements = async () => {
    const sent = await statementsOf(() => findStepSheet(actor, key(), now));
    return sent.filter((text) => !text.includes('"CurriculumWording"')).length;
  };
  await statements();
  const few = await statements();
  const days = Array.from({ length: 20 }, (_, day) => `2026-10-${String(day + 1).padStart(2, "0")}`);
  await verifiedRecords(
    misaki,
    liaison,
    kenichi,
    days.map((happenedOn) => ({ kind: "meeting", happenedOn, claims: [MEETING] })),
  );
  expect([few, await statements()]).toEqual([4, 4]);
});
