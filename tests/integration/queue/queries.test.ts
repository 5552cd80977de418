import { beforeEach, describe, expect, test } from "vitest";
import { attestCheckpoints } from "@/lib/judgement/commands";
import { db } from "@/lib/platform/db";
import { findNextWait, findPoolHours, findQueue } from "@/lib/queue/queries";
import { placeText, type Queue, type QueuePlace, queuePlace } from "@/lib/queue/schema";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import {
  aJudgementRequest,
  aRecord,
  aRemark,
  aSignature,
  aSignOffRequest,
  at,
  aVerification,
  verifiedRecords,
} from "@/tests/support/practice";

const MEETING = "g1.s1.external-meetings";
const STRUCTURE = "g1.s2.target-structure";
const now = at("2026-11-20", "12:00");

let world: World;
let liaison: { id: string };
const queueOf = async (name: PersonaName, asked: { tab?: "all" | "records"; page?: number } = {}) =>
  findQueue(await actorOf(world.people[name].id), { tab: "all", page: 1, ...asked }, now);
const aMeeting = (day: string, wish: Partial<Parameters<typeof aRecord>[2]> = {}) =>
  aRecord(world.people.misaki, liaison, {
    kind: "meeting",
    title: `会合 ${day}`,
    happenedOn: day,
    claims: [MEETING],
    ...wish,
  });
const shown = ({ items }: Queue) => items.map(({ kind, title, isForBatch }) => [kind, title, isForBatch]);

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  liaison = await db().enrolment.findFirstOrThrow({
    where: { personId: world.people.misaki.id, roleGroupCode: "liaison-coordination" },
  });
});

describe("the mentor's queue", () => {
  test("holds what waits, longest first, and what can be verified together after it", async () => {
    await aMeeting("2026-11-18");
    await aMeeting("2026-11-10");
    await aRecord(world.people.misaki, liaison, {
      title: "切り分け",
      happenedOn: "2026-11-19",
      claims: [{ code: "g1.s2.triage", parts: [] }],
    });
    await aJudgementRequest(liaison, STRUCTURE, { on: "2026-11-15" });
    await aSignOffRequest(liaison, world.people.misaki, { step: 0, on: "2026-11-12" });
    const queue = await queueOf("kenichi");
    expect(shown(queue)).toEqual([
      ["signOff", null, false],
      ["judgement", null, false],
      ["record", "切り分け", false],
      ["record", "会合 2026-11-10", true],
      ["record", "会合 2026-11-18", true],
    ]);
    expect(queue).toMatchObject({
      counts: { record: 3, judgement: 1, answer: 0, signOff: 1, countersign: 0 },
      forBatch: 2,
      longestHours: 243,
      usualHours: 72,
    });
    expect(queue.items[0]).toMatchObject({
      roleGroupCode: "liaison-coordination",
      step: 0,
      wait: { hours: 195, isLate: true },
    });
    expect(queue.items[2]?.wait.isLate).toBe(false);
  });

  test("a tab holds its kinds, and counts stay those of everything", async () => {
    await aMeeting("2026-11-18");
    await aJudgementRequest(liaison, STRUCTURE);
    const queue = await queueOf("kenichi", { tab: "records" });
    expect(queue.items.map(({ kind }) => kind)).toEqual(["record"]);
    expect(queue.counts.judgement).toBe(1);
  });

  test("comes fifty a page", async () => {
    for (let day = 1; day <= 28; day += 1) {
      await aMeeting(`2026-09-${String(day).padStart(2, "0")}`);
      await aMeeting(`2026-10-${String(day).padStart(2, "0")}`);
    }
    const [first, second] = [await queueOf("kenichi"), await queueOf("kenichi", { page: 2 })];
    expect([first.items.length, second.items.length]).toEqual([50, 6]);
    expect(first.items[0]?.title).toBe("会合 2026-09-01");
    expect(second.items.at(-1)?.title).toBe("会合 2026-10-28");
    expect(first.counts.record).toBe(56);
  });
});

describe("what leaves it", () => {
  test("verified, sent back and taken back; an answer or a correction brings it again", async () => {
    const { misaki, kenichi } = world.people;
    await verifiedRecords(misaki, liaison, kenichi, [{ kind: "meeting", claims: [MEETING] }]);
    const [back, answered] = [await aMeeting("2026-11-11"), await aMeeting("2026-11-12")];
    const gone = await aMeeting("2026-11-13");
    await db().recordClaim.updateMany({ where: { recordId: gone.id }, data: { withdrawnAt: now } });
    for (const claim of back.claims) await aRemark(liaison, MEETING, kenichi, { claim, on: "2026-11-14" });
    for (const claim of answered.claims)
      await aRemark(liaison, MEETING, kenichi, { claim, on: "2026-11-15", answer: "足しました。" });
    await aMeeting("2026-11-16", { corrects: gone });
    const queue = await queueOf("kenichi");
    expect(queue.items.map(({ title, isResubmitted, isForBatch }) => [title, isResubmitted, isForBatch])).toEqual([
      ["会合 2026-11-12", true, false],
      ["会合 2026-11-16", true, false],
    ]);
    expect(queue.items[0]?.sinceMs).toBe(at("2026-11-15", "18:00").getTime());
  });

  test("an answer without a record of its own is judged by itself", async () => {
    await aRemark(liaison, STRUCTURE, world.people.kenichi, { answer: "図を新しくしました。" });
    expect((await queueOf("kenichi")).items).toMatchObject([{ kind: "answer", code: STRUCTURE }]);
  });

  test("a judgement that was given", async () => {
    await aJudgementRequest(liaison, STRUCTURE);
    const judged = [{ checkpoint: "whole", judgement: "met" as const, supervision: 4 as const, comment: "" }];
    const caller = { actor: await actorOf(world.people.kenichi.id), now };
    const before = (await queueOf("kenichi")).counts.judgement;
    await attestCheckpoints({ enrolmentId: liaison.id, criterionCode: STRUCTURE, judged }, caller);
    const after = await db().judgementRequest.count({ where: { closedAt: null } });
    expect([before, (await queueOf("kenichi")).counts.judgement]).toEqual([1, after]);
  });
});

describe("whose queue it is", () => {
  test("nobody else's: not the trainee's, another mentor's, the manager's or the administrator's", async () => {
    await aMeeting("2026-11-18");
    await aJudgementRequest(liaison, STRUCTURE);
    for (const name of ["misaki", "yuko", "makoto", "shin", "taro", "soto"] as const) {
      expect((await queueOf(name)).items, name).toEqual([]);
    }
  });

  test("a STEP that a mentor signed waits for those who countersign, and not for that mentor", async () => {
    const request = await aSignOffRequest(liaison, world.people.misaki, { step: 3 });
    await aSignature(request, world.people.kenichi, { on: "2026-11-18" });
    expect((await queueOf("kenichi")).items).toEqual([]);
    for (const name of ["taro", "makoto"] as const) {
      expect((await queueOf(name)).items).toMatchObject([{ kind: "countersign", step: 3, id: request.id }]);
    }
    await db().mentorSignature.update({ where: { requestId: request.id }, data: { mentorId: world.people.makoto.id } });
    expect((await queueOf("makoto")).items).toEqual([]);
  });

  test("a title under TLP:RED is for the mentor who is named", async () => {
    await aMeeting("2026-11-18", { tlp: "RED", with: world.people.yuko });
    await aMeeting("2026-11-19", { tlp: "RED", with: world.people.kenichi });
    expect((await queueOf("kenichi")).items.map(({ title }) => title)).toEqual([null, "会合 2026-11-19"]);
  });
});

test("the usual wait is the median of what was decided in 90 days", async () => {
  for (const day of ["2026-10-02", "2026-10-03", "2026-10-04", "2026-10-05", "2026-10-05"]) {
    const record = await aMeeting(day);
    for (const claim of record.claims) await aVerification(claim, world.people.kenichi, { on: "2026-10-06" });
  }
  const old = await aMeeting("2026-01-01");
  for (const claim of old.claims) await aVerification(claim, world.people.kenichi, { on: "2026-07-01" });
  expect((await queueOf("kenichi")).usualHours).toBe(48);
});

describe("what comes after a decision", () => {
  const nextTitle = async (after: QueuePlace | null) => {
    const next = await findNextWait(await actorOf(world.people.kenichi.id), after, now);
    return next && (next.title ?? next.kind);
  };
  const placeOf = ({ items }: Queue, place: number, tab: QueuePlace["tab"] = "all") => {
    const item = items[place];
    return item ? { ...item, tab } : null;
  };

  test("the next longest wait, and round to the longest; what needs a look comes before the rest", async () => {
    expect(await nextTitle(null)).toBeNull();
    await aMeeting("2026-11-10");
    await aMeeting("2026-11-12");
    await aJudgementRequest(liaison, STRUCTURE, { on: "2026-11-15" });
    await aSignOffRequest(liaison, world.people.misaki, { step: 0, on: "2026-11-14" });
    const queue = await queueOf("kenichi");
    expect(await nextTitle(null)).toBe("signOff");
    expect(await nextTitle(placeOf(queue, 0))).toBe("judgement");
    expect(await nextTitle(placeOf(queue, 1))).toBe("会合 2026-11-10");
    expect(await nextTitle(placeOf(queue, 2))).toBe("会合 2026-11-12");
    expect(await nextTitle(placeOf(queue, 3))).toBe("signOff");
  });

  test("stays in its tab; a place travels as text, and what is none is nowhere", async () => {
    await aMeeting("2026-11-10");
    await aJudgementRequest(liaison, STRUCTURE, { on: "2026-11-15" });
    const place = placeOf(await queueOf("kenichi", { tab: "records" }), 0, "records");
    const text = place ? placeText(place) : "";
    expect(queuePlace().parse(text)).toMatchObject({ tab: "records", isForBatch: true, id: place?.id });
    expect(await nextTitle(queuePlace().parse(text))).toBe("会合 2026-11-10");
    for (const wrong of [undefined, "", "all 1 2", "//evil.example", `all 1 5 ${"-".repeat(36)}`, ["all"]]) {
      expect(queuePlace().parse(wrong)).toBeNull();
    }
  });
});

describe("the usual wait, as who waits sees it", () => {
  const hoursFor = async (enrolment: { roleGroupCode: string | null; teamId: string }, kind: "record" | "judgement") =>
    (await findPoolHours([enrolment as Parameters<typeof findPoolHours>[0][number]], now))(kind);
  /** Five meetings of Misaki's that Kenichi verified, each after two days. */
  const fiveDecided = () =>
    verifiedRecords(
      world.people.misaki,
      liaison,
      world.people.kenichi,
      ["11", "12", "13", "14", "15"].map((day) => ({
        kind: "meeting",
        happenedOn: `2026-11-${day}`,
        loggedOn: `2026-11-${String(Number(day) - 2).padStart(2, "0")}`,
        claims: [MEETING],
      })),
    );

  test("is the median of their mentors, for everybody of the role group whom those mentors reach", async () => {
    await fiveDecided();
    const { soc, night, plant, hq } = world.teams;
    const pool = { roleGroupCode: "liaison-coordination" };
    expect(await hoursFor({ ...pool, teamId: soc.id }, "record")).toBe(48);
    expect(await hoursFor({ ...pool, teamId: night.id }, "record")).toBe(48);
    expect(await hoursFor({ ...pool, teamId: hq.id }, "record")).toBe(48);
    expect(await hoursFor({ ...pool, teamId: plant.id }, "record")).toBe(72);
    expect(await hoursFor({ roleGroupCode: "forensics", teamId: soc.id }, "record")).toBe(72);
    expect(await hoursFor({ ...pool, teamId: soc.id }, "judgement")).toBe(72);
  });

  test("of nobody's enrolments it is the organisation's own figure", async () => {
    await fiveDecided();
    expect((await findPoolHours([], now))("record")).toBe(72);
  });
});
