import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { countWaitingFor } from "@/lib/reviews/scope";
import { transferEnrolment } from "@/lib/transfer/commands";
import { countWhatMoves, listTransfers } from "@/lib/transfer/queries";
import type { TransferForm } from "@/lib/transfer/schema";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { aMentorship } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aSignOffRequest } from "@/tests/support/practice";
import { aRecord, enrolmentOf } from "@/tests/support/training";

const MEETING = "g1.s1.external-meetings";
const now = new Date("2026-11-20T01:00:00Z");
let world: World;
let liaison: { id: string };
let basic: { id: string };
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (code: string) => ({ ok: false, refusal: { code } });
const form = (change: Partial<TransferForm> = {}): TransferForm => ({
  onceKey: newId(),
  enrolmentId: liaison.id,
  toTeamId: world.teams.plant.id,
  movedOn: "2026-11-01",
  all: true,
  reason: "工場のCSIRTへ異動",
  ...change,
});
const findCounts = async ({ actor }: Awaited<ReturnType<typeof as>>) => {
  const [row] = await db().$queryRaw<{ waiting: number }[]>`select ${countWaitingFor(actor, now)} as waiting`;
  return row?.waiting;
};
const teamsNow = async () =>
  (await db().enrolment.findMany({ where: { id: { in: [liaison.id, basic.id] } } })).map(({ teamId }) => teamId);

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  liaison = await enrolmentOf(world.people.misaki, "liaison-coordination");
  basic = await enrolmentOf(world.people.misaki, null);
});

describe("Misaki moves to the plant", () => {
  test("with all her enrolments; her standing's team moves, and the history says when and why", async () => {
    const { misaki } = world.people;
    expect(await transferEnrolment(form(), await as("makoto"))).toEqual({
      ok: true,
      value: { personId: misaki.id, moved: 2 },
    });
    expect(await teamsNow()).toEqual([world.teams.plant.id, world.teams.plant.id]);
    const standings = await db().personStanding.findMany({ where: { personId: misaki.id } });
    expect(standings.map(({ teamId }) => teamId)).toEqual([world.teams.plant.id, world.teams.plant.id]);
    expect(await listTransfers((await as("misaki")).actor, misaki.id)).toMatchObject([
      { movedOn: "2026-11-01", fromTeam: { nameEn: "SOC" }, toTeam: { nameEn: "Plant" }, reason: "工場のCSIRTへ異動" },
    ]);
    expect((await eventsAbout(misaki.id)).at(-1)).toMatchObject({
      action: "EnrolmentTransferred",
      body: { fromTeamId: world.teams.soc.id, toTeamId: world.teams.plant.id, movedOn: "2026-11-01" },
    });
  });

  test("what waits leaves Kenichi's queue for the new pool, and his hold ends", async () => {
    const { misaki, kenichi, yuko } = world.people;
    await aMentorship(yuko, "liaison-coordination", world.teams.plant);
    const { id: recordId } = await aRecord(misaki, {
      happenedOn: "2026-11-10",
      claims: [{ enrolment: liaison, criterionCode: MEETING }],
    });
    const request = await aSignOffRequest(liaison, misaki, { step: 0 });
    const until = new Date("2026-11-22T01:00:00Z");
    const held = { enrolmentId: liaison.id, recordId, holderId: kenichi.id, takenAt: now, until, note: "" };
    await db().hold.create({ data: { id: newId(), ...held } });
    expect(await countWhatMoves((await as("makoto")).actor, liaison.id, now)).toEqual({
      records: 1,
      judgements: 0,
      requests: 1,
      holds: 1,
      others: 1,
    });
    expect([await findCounts(await as("kenichi")), await findCounts(await as("yuko"))]).toEqual([2, 0]);
    await transferEnrolment(form(), await as("makoto"));
    expect([await findCounts(await as("kenichi")), await findCounts(await as("yuko"))]).toEqual([0, 2]);
    expect(await db().hold.count({ where: { endedAt: null } })).toBe(0);
    expect(await db().signOffRequest.findUniqueOrThrow({ where: { id: request.id } })).toMatchObject({ isOpen: true });
  });

  test("the same form twenty times at once moves once; twenty forms too", async () => {
    const caller = await as("makoto");
    const same = form();
    expect((await atOnce(20, () => transferEnrolment(same, caller))).every(({ ok }) => ok)).toBe(true);
    expect(await db().transfer.count()).toBe(2);
    const back = await atOnce(20, () => transferEnrolment(form({ toTeamId: world.teams.soc.id }), caller));
    expect(back.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().transfer.count()).toBe(4);
  });
});

describe("refused, and nothing moves", () => {
  test.each(["misaki", "kenichi", "akari", "emi", "taro", "soto"] as const)("to %s", async (name) => {
    expect(await transferEnrolment(form(), await as(name))).toEqual(refused("NotFound"));
    expect(await teamsNow()).toEqual([world.teams.soc.id, world.teams.soc.id]);
    expect(await countWhatMoves((await as(name)).actor, liaison.id, now)).toBeNull();
  });

  test("to a team that is not there, of an enrolment that is not there", async () => {
    expect(await transferEnrolment(form({ toTeamId: newId() }), await as("makoto"))).toEqual(refused("NotFound"));
    expect(await transferEnrolment(form({ enrolmentId: newId() }), await as("makoto"))).toEqual(refused("NotFound"));
  });
});
