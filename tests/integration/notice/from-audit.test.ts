import { beforeEach, describe, expect, test } from "vitest";
import { reviewQuality } from "@/lib/domain/access";
import { NOTICED_ACTIONS } from "@/lib/domain/notice";
import { followAudit, tellOfEvent } from "@/lib/notice/commands";
import { loadAround } from "@/lib/notice/facts";
import { recordEvent } from "@/lib/platform/audit";
import { db, inTransaction } from "@/lib/platform/db";
import { messagesIn } from "@/lib/platform/messages";
import { loadEnrolments, ofEnrolment } from "@/lib/training/facts";
import { atOnce } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { runJobs, told } from "@/tests/support/notices";
import { actorOf, aWorld, PERSONAS, type World } from "@/tests/support/personas";
import { enrolmentOf } from "@/tests/support/training";

/** Later than any event of the test: the audit's own clock is the machine's. */
const now = new Date("2099-01-01T00:00:00Z");
let world: World;
let liaison: { id: string };

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  liaison = await enrolmentOf(world.people.misaki, "liaison-coordination");
});

type Body = Parameters<typeof recordEvent>[1]["body"];
const say = (action: Parameters<typeof recordEvent>[1]["action"], actorId: string, subjectId: string, body: Body) =>
  inTransaction(async (tx) => {
    await recordEvent(tx, { action, actorId, subjectId, body });
    return { ok: true as const, value: null };
  });
const asks = (requestId = "r1") => {
  const { id } = world.people.misaki;
  return say("SignOffRequested", id, id, { requestId, enrolmentId: liaison.id, step: 1, attempt: 0 });
};

describe("the audit is read", () => {
  test("in order, each event once, and the mentor is told within one turn", async () => {
    await asks();
    await runJobs(now);
    expect(await told()).toEqual(["signOffRequested kenichi"]);
    await runJobs(now);
    expect(await told()).toEqual(["signOffRequested kenichi"]);
  });

  test("by twenty readers at once: no event is passed over, none is told twice", async () => {
    for (let number = 0; number < 30; number += 1) await asks(`r${number}`);
    await atOnce(20, () => followAudit(now));
    await runJobs(now);
    expect(await db().job.count({ where: { kind: "tellOfEvent" } })).toBe(30);
    expect(await db().notice.count()).toBe(30);
  });

  test("the same event told twenty times at once makes one notice for each person", async () => {
    await asks();
    const [{ seq }] = await db().$queryRaw<[{ seq: bigint }]>`select max(seq) as seq from audit.event`;
    await atOnce(20, () => tellOfEvent({ seq: Number(seq) }, now));
    expect(await told()).toEqual(["signOffRequested kenichi"]);
  });

  test("only as far as it was committed: what is rolled back is told to nobody, what comes later is", async () => {
    await expect(
      db().$transaction(async (tx) => {
        const { id } = world.people.misaki;
        await recordEvent(tx, {
          action: "SignOffRequested",
          actorId: id,
          subjectId: id,
          body: { enrolmentId: liaison.id },
        });
        await followAudit(now);
        throw new Error("undone");
      }),
    ).rejects.toThrow("undone");
    await runJobs(now);
    expect(await told()).toEqual([]);
    await asks();
    await runJobs(now);
    expect(await told()).toEqual(["signOffRequested kenichi"]);
  });
});

describe("what is over", () => {
  test("settles the notices about it, read or not", async () => {
    const { kenichi, misaki } = world.people;
    await asks("r1");
    await asks("r2");
    await runJobs(now);
    await say("SignOffSentBack", kenichi.id, misaki.id, {
      requestId: "r1",
      enrolmentId: liaison.id,
      step: 1,
      codes: [],
    });
    await runJobs(now);
    const waiting = await db().notice.findMany({ where: { kind: "signOffRequested" }, orderBy: { about: "asc" } });
    expect(waiting.map(({ about, settledAt }) => [about, settledAt !== null])).toEqual([
      ["request r1", true],
      ["request r2", false],
    ]);
    expect(await told()).toContain("requestSentBack misaki");
  });

  test("an enrolment that ends settles all that waited in it", async () => {
    const { makoto, misaki } = world.people;
    await asks();
    await say("EnrolmentEnded", makoto.id, misaki.id, {
      enrolmentId: liaison.id,
      endedOn: "2026-11-20",
      withdrawnRequests: 1,
    });
    await runJobs(now);
    expect(await db().notice.findFirst({ where: { kind: "signOffRequested" } })).toMatchObject({
      settledAt: expect.any(Date),
    });
    expect(await told()).toContain("enrolmentEnded misaki");
  });
});

describe("who is told", () => {
  const enrolments = async () => [
    await enrolmentOf(world.people.misaki, null),
    liaison,
    await enrolmentOf(world.people.ren, "soc-monitoring"),
    await enrolmentOf(world.people.yuko, "liaison-coordination"),
  ];

  /** By the permission itself: each of the cast is asked. */
  async function deciders(enrolment: { id: string }) {
    const [row] = await loadEnrolments(db(), ofEnrolment(enrolment.id));
    if (!row) throw new Error("no enrolment");
    const pool = { hasOtherMentor: row.mentors.length > 0 };
    const asked = await Promise.all(
      PERSONAS.map(async (name) => ({ name, actor: await actorOf(world.people[name].id) })),
    );
    const may = asked.filter(({ actor }) => reviewQuality(actor, row.ref, pool) !== null);
    return { trainee: row.ref.traineeId, may: may.map(({ name }) => `signOffRequested ${name}`).sort() };
  }

  test("of a request exactly those are told who may decide it", async () => {
    for (const { id } of await enrolments()) {
      await db().notice.deleteMany();
      const { trainee, may } = await deciders({ id });
      await say("SignOffRequested", trainee, trainee, { requestId: id, enrolmentId: id, step: 1 });
      await runJobs(now);
      expect((await told()).filter((each) => each.startsWith("signOffRequested"))).toEqual(may);
    }
  });

  test("who takes the administration: the managers of the whole organisation; of a team: those there and above", async () => {
    const { shin, soto } = world.people;
    await say("CapacityGranted", shin.id, soto.id, { grantId: "g", capacity: "admin", teamId: null });
    await runJobs(now);
    expect(await told()).toEqual(["capacityTaken makoto", "capacityTaken soto"]);
    await db().notice.deleteMany();
    await say("CapacityGranted", shin.id, soto.id, { grantId: "h", capacity: "manager", teamId: world.teams.night.id });
    await runJobs(now);
    expect(await told()).toEqual(["capacityTaken akari", "capacityTaken makoto", "capacityTaken soto"]);
  });

  test("who has left is told nothing", async () => {
    await db().person.update({
      where: { id: world.people.kenichi.id },
      data: { deactivatedAt: new Date("2026-01-01") },
    });
    const around = await loadAround(db(), { of: "enrolment", enrolmentId: liaison.id }, now);
    expect(around.mentorIds).toEqual([]);
  });
});

test("every action that is read is one that the audit knows", () => {
  const known = Object.keys(messagesIn("ja").events);
  expect(NOTICED_ACTIONS.filter((action) => !known.includes(action))).toEqual([]);
});
