import { beforeEach, describe, expect, test } from "vitest";
import { db, inTransaction } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { findPolicyValues } from "@/lib/policy/queries";
import { recogniseSteps, writeRecognitions } from "@/lib/recognition/commands";
import { listRecognitions } from "@/lib/recognition/queries";
import type { RecognitionForm } from "@/lib/recognition/schema";
import { refreshStanding } from "@/lib/training/facts";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { aGrant } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aSignOffRequest } from "@/tests/support/practice";
import { enrolmentOf } from "@/tests/support/training";

const now = new Date("2026-11-20T01:00:00Z");
let world: World;
let basic: { id: string };
let liaison: { id: string };
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (code: string) => ({ ok: false, refusal: { code } });
const form = (change: Partial<RecognitionForm> = {}): RecognitionForm => ({
  enrolmentId: liaison.id,
  step: 2,
  recognisedOn: "2026-04-01",
  reason: "前職で5年、対外窓口を担当",
  ...change,
});
const recognitions = () => db().recognition.findMany({ orderBy: [{ enrolmentId: "asc" }, { step: "asc" }] });
const standingIn = (enrolment: { id: string }) =>
  db().personStanding.findUnique({ where: { enrolmentId: enrolment.id } });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  basic = await enrolmentOf(world.people.misaki, null);
  liaison = await enrolmentOf(world.people.misaki, "liaison-coordination");
});

describe("recognising STEP2 of Misaki", () => {
  test("grants basic education, common education, STEP1 and STEP2, by whom and why", async () => {
    const { misaki, makoto } = world.people;
    expect(await recogniseSteps(form(), await as("makoto"))).toEqual({
      ok: true,
      value: { personId: misaki.id, recognised: 4 },
    });
    const by = {
      traineeId: misaki.id,
      recognisedById: makoto.id,
      recognisedOn: new Date("2026-04-01"),
      recognisedAt: now,
      reason: "前職で5年、対外窓口を担当",
    };
    const rows = await recognitions();
    expect(rows).toMatchObject(Array(4).fill(by));
    expect(rows.map(({ enrolmentId, step }) => [enrolmentId, step])).toEqual([
      [basic.id, 0],
      ...[0, 1, 2].map((step) => [liaison.id, step]),
    ]);
  });

  test("opens STEP1, 2 and 3 on that day, with its values", async () => {
    await db().policySetting.create({
      data: {
        id: newId(),
        code: "g3.s2.pairDuty.n",
        value: 12,
        holdsFrom: new Date("2026-05-01"),
        reason: "",
        setById: world.people.shin.id,
        setAt: now,
      },
    });
    await recogniseSteps(form(), await as("makoto"));
    const opened = await db().stepOpened.findMany({
      where: { enrolmentId: liaison.id, step: { gt: 0 } },
      orderBy: { step: "asc" },
    });
    expect(opened.map(({ step, openedOn }) => [step, openedOn])).toEqual(
      [1, 2, 3].map((step) => [step, new Date("2026-04-01")]),
    );
    expect(opened[2]?.policyValues).toEqual(await findPolicyValues("2026-04-01"));
  });

  test("makes her an apprentice with STEP3 open, as a rebuild says too", async () => {
    await recogniseSteps(form(), await as("makoto"));
    const written = [await standingIn(basic), await standingIn(liaison)];
    expect(written).toMatchObject([
      { completedStep: 0, openStep: null },
      { completedStep: 2, openStep: 3 },
    ]);
    for (const { id } of [basic, liaison]) await inTransaction((tx) => refreshStanding(tx, id));
    expect([await standingIn(basic), await standingIn(liaison)]).toEqual(written);
  });

  test("says so in the audit, without the reason", async () => {
    await recogniseSteps(form(), await as("makoto"));
    const rows = await db().recognition.findMany({
      where: { traineeId: world.people.misaki.id },
      orderBy: { step: "asc" },
    });
    const recognised = rows.map(({ id, enrolmentId, step }) => `${id} ${enrolmentId} ${step}`);
    const [event, ...others] = await eventsAbout(world.people.misaki.id);
    expect(others).toEqual([]);
    expect(event).toMatchObject({ action: "StepsRecognised", actor: world.people.makoto.id });
    expect(event?.body).toEqual({ enrolmentId: liaison.id, recognisedOn: "2026-04-01", recognised: expect.anything() });
    expect(event?.body.recognised).toHaveLength(4);
    expect(new Set(event?.body.recognised as string[])).toEqual(new Set(recognised));
  });
});

describe("recognising more later", () => {
  test("what is complete stays; the next recognition adds the rest", async () => {
    await recogniseSteps(form({ step: 0 }), await as("makoto"));
    expect(await recogniseSteps(form({ step: 1 }), await as("makoto"))).toMatchObject({ value: { recognised: 1 } });
    expect(await recogniseSteps(form({ step: 1 }), await as("makoto"))).toEqual(refused("StepAlreadySignedOff"));
  });

  test("after a revocation she can be recognised again", async () => {
    await recogniseSteps(form({ step: 1 }), await as("makoto"));
    const first = await db().recognition.findFirstOrThrow({ where: { enrolmentId: liaison.id, step: 1 } });
    const revoked = { revokedById: world.people.makoto.id, revokedAt: now, reason: "別人の経歴でした" };
    await db().revocation.create({ data: { id: newId(), recognitionId: first.id, ...revoked } });
    expect(await recogniseSteps(form({ step: 1 }), await as("makoto"))).toMatchObject({ value: { recognised: 1 } });
    const again = await db().recognition.findMany({ where: { enrolmentId: liaison.id, step: 1 } });
    expect(again.map(({ attempt }) => attempt).sort()).toEqual([0, 1]);
    expect(await standingIn(liaison)).toMatchObject({ completedStep: 1 });
  });
});

describe("twenty at once", () => {
  test("the same form recognises once", async () => {
    const caller = await as("makoto");
    const answers = await atOnce(20, () => recogniseSteps(form(), caller));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const refusals = new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code])));
    expect(["StepAlreadySignedOff", "Busy"]).toEqual(expect.arrayContaining([...refusals]));
    expect(await recognitions()).toHaveLength(4);
    expect(await eventsAbout(world.people.misaki.id)).toHaveLength(1);
  });

  test("two managers, STEP1 and STEP3: every STEP is granted once", async () => {
    await aGrant(world.people.kenichi, "manager", world.teams.soc);
    const callers = [await as("makoto"), await as("kenichi")];
    await Promise.all(
      callers.flatMap((caller) =>
        ([1, 3] as const).flatMap((step) => atOnce(5, () => recogniseSteps(form({ step }), caller))),
      ),
    );
    expect((await recognitions()).map(({ step }) => step).sort()).toEqual([0, 0, 1, 2, 3]);
    expect(await standingIn(liaison)).toMatchObject({ completedStep: 3, openStep: null });
  });
});

describe("refused, and nothing written", () => {
  const untouched = async () => {
    expect(await recognitions()).toEqual([]);
    expect(await eventsAbout(world.people.misaki.id)).toEqual([]);
  };

  test.each(["misaki", "kenichi", "akari", "shin", "emi", "taro", "nao", "soto"] as const)("to %s", async (name) => {
    const code = name === "misaki" ? "OwnRecognition" : "NotFound";
    expect(await recogniseSteps(form(), await as(name))).toEqual(refused(code));
    await untouched();
  });

  test("to a manager for themselves", async () => {
    await aGrant(world.people.misaki, "manager", world.teams.hq);
    expect(await recogniseSteps(form(), await as("misaki"))).toEqual(refused("OwnRecognition"));
    await untouched();
  });

  test("from tomorrow in Tokyo; at 16:00 UTC tomorrow has come there", async () => {
    const tomorrow = form({ recognisedOn: "2026-11-21" });
    expect(await recogniseSteps(tomorrow, await as("makoto"))).toEqual(refused("DayInFuture"));
    await untouched();
    const evening = { ...(await as("makoto")), now: new Date("2026-11-20T16:00:00Z") };
    expect((await recogniseSteps(tomorrow, evening)).ok).toBe(true);
  });

  test("where nothing is, where the enrolment ended, where basic education has no STEP1, while a request waits", async () => {
    const caller = await as("makoto");
    expect(await recogniseSteps(form({ enrolmentId: newId() }), caller)).toEqual(refused("NotFound"));
    expect(await recogniseSteps(form({ enrolmentId: basic.id, step: 1 }), caller)).toEqual(
      refused("StepOutsideEnrolment"),
    );
    await aSignOffRequest(liaison, world.people.misaki, { step: 0 });
    expect(await recogniseSteps(form(), caller)).toEqual(refused("RequestWaits"));
    await db().enrolment.update({ where: { id: liaison.id }, data: { endedOn: new Date("2026-11-01") } });
    expect(await recogniseSteps(form(), caller)).toEqual(refused("NotFound"));
    await untouched();
  });
});

test("within the transaction of an import, all or nothing", async () => {
  const caller = await as("makoto");
  const failing = inTransaction(async (tx) => {
    const recognised = [{ enrolmentId: liaison.id, step: 0 as const, opens: 1 as const }];
    await writeRecognitions(tx, [{ ...form(), personId: world.people.misaki.id, recognised }], caller);
    expect(await tx.recognition.count()).toBe(1);
    throw new Error("the next line was bad");
  });
  await expect(failing).rejects.toThrow("the next line was bad");
  expect(await recognitions()).toEqual([]);
  expect(await standingIn(liaison)).toMatchObject({ completedStep: null });
});

describe("the list", () => {
  test("of the manager's teams, the latest first, with the revoked ones marked", async () => {
    await recogniseSteps(form({ step: 0 }), await as("makoto"));
    const ren = await enrolmentOf(world.people.ren, "soc-monitoring");
    await recogniseSteps(form({ enrolmentId: ren.id, step: 0 }), {
      ...(await as("akari")),
      now: new Date(+now + 60_000),
    });
    const revoked = { revokedById: world.people.makoto.id, revokedAt: now, reason: "誤り" };
    const first = await db().recognition.findFirstOrThrow({ where: { enrolmentId: ren.id } });
    await db().revocation.create({ data: { id: newId(), recognitionId: first.id, ...revoked } });

    const seen = await listRecognitions((await as("makoto")).actor, 1);
    expect(seen?.total).toBe(4);
    expect(seen?.rows.map(({ name, roleGroupCode, revoked: gone }) => [name, roleGroupCode, gone])).toEqual([
      ["鈴木 蓮", "soc-monitoring", true],
      ["鈴木 蓮", null, false],
      ["佐藤 美咲", "liaison-coordination", false],
      ["佐藤 美咲", null, false],
    ]);
    expect((await listRecognitions((await as("akari")).actor, 1))?.total).toBe(2);
  });

  test("is nobody else's", async () => {
    for (const name of ["misaki", "kenichi", "shin", "emi", "soto"] as const) {
      expect(await listRecognitions((await as(name)).actor, 1)).toBeNull();
    }
  });
});
