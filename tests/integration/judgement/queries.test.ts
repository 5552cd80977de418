import { beforeEach, describe, expect, test } from "vitest";
import { findAnswer, findJudgement } from "@/lib/judgement/queries";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aJudgementRequest, aRecord, aRemark, at, recognisedUpTo, verifiedRecords } from "@/tests/support/practice";

const STRUCTURE = "g1.s2.target-structure";
const now = at("2026-11-20", "12:00");

let world: World;
let liaison: { id: string };
const actor = (name: PersonaName) => actorOf(world.people[name].id);

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  liaison = await db().enrolment.findFirstOrThrow({
    where: { personId: world.people.misaki.id, roleGroupCode: "liaison-coordination" },
  });
});

const judgementOf = async (name: PersonaName, criterionCode = STRUCTURE) =>
  findJudgement(await actor(name), { enrolmentId: liaison.id, criterionCode }, now);

describe("a criterion to be judged", () => {
  test("shows its checkpoints, what the trainee wrote and the records it can rest on, newest first", async () => {
    const { misaki, kenichi } = world.people;
    await aJudgementRequest(liaison, STRUCTURE, { on: "2026-11-15" });
    await verifiedRecords(misaki, liaison, kenichi, [
      { title: "構成図の説明", happenedOn: "2026-10-01", claims: [STRUCTURE] },
    ]);
    await aRecord(misaki, liaison, { title: "構成図の更新", happenedOn: "2026-11-14", claims: [STRUCTURE] });
    const view = await judgementOf("kenichi");
    expect(view).toMatchObject({ quality: "mentor", stepCompleted: false, isConditional: false, list: null });
    expect(view?.request).toMatchObject({ note: "説明の準備ができました。" });
    expect(view?.claims.map(({ title, standing }) => [title, standing])).toEqual([
      ["構成図の更新", "waiting"],
      ["構成図の説明", "verified"],
    ]);
    expect(view?.checkpoints.length).toBeGreaterThan(0);
    expect(view?.checkpoints.every(({ judgement }) => judgement === null)).toBe(true);
  });

  test("says which judgement stands, of a STEP that is done too", async () => {
    const checkpoint = (await judgementOf("kenichi"))?.checkpoints[0]?.code ?? "";
    const judged = {
      enrolmentId: liaison.id,
      criterionCode: STRUCTURE,
      checkpoint,
      judgedById: world.people.kenichi.id,
    };
    for (const [attempt, judgement] of ["met", "notYet"].entries()) {
      const on = { judgedAt: at("2026-11-19"), judgedOn: new Date("2026-11-19"), comment: `${attempt}` };
      await db().attestation.create({ data: { id: newId(), ...judged, attempt, judgement, ...on } });
    }
    await recognisedUpTo(liaison, world.people.makoto, 2);
    const view = await judgementOf("kenichi");
    expect(view?.stepCompleted).toBe(true);
    expect(view?.checkpoints[0]).toMatchObject({ judgement: "notYet", comment: "1", by: { name: "高橋 健一" } });
  });

  test("is not there for others, nor where nothing is judged", async () => {
    for (const name of ["misaki", "yuko", "shin", "soto"] as const) expect(await judgementOf(name), name).toBeNull();
    expect((await judgementOf("makoto"))?.quality).toBeNull();
    expect(await judgementOf("kenichi", "g1.s1.monthly-report")).toBeNull();
    expect(await judgementOf("kenichi", "g3.s1.overview")).toBeNull();
    expect(
      await findJudgement(await actor("kenichi"), { enrolmentId: newId(), criterionCode: STRUCTURE }, now),
    ).toBeNull();
  });
});

describe("an answer", () => {
  test("shows what was sent back, by whom, and the answer", async () => {
    const remark = await aRemark(liaison, STRUCTURE, world.people.kenichi, { answer: "図を新しくしました。" });
    expect(await findAnswer(await actor("kenichi"), remark.id, now)).toMatchObject({
      code: STRUCTURE,
      reason: "どの会議で報告したかが読み取れません。",
      answer: "図を新しくしました。",
      by: { name: "高橋 健一" },
      trainee: { name: "佐藤 美咲" },
      step: 2,
      isSettled: false,
      quality: "mentor",
      place: { claims: [] },
    });
  });

  test("about a topic of common education stands at no criterion", async () => {
    const remark = await aRemark(liaison, "g1.common.1", world.people.kenichi, { answer: "確認しました。" });
    expect(await findAnswer(await actor("kenichi"), remark.id, now)).toMatchObject({ step: 0, place: null });
  });

  test("is not there for others", async () => {
    const remark = await aRemark(liaison, STRUCTURE, world.people.kenichi, { answer: "図を新しくしました。" });
    for (const name of ["misaki", "yuko", "shin", "soto"] as const) {
      expect(await findAnswer(await actor(name), remark.id, now), name).toBeNull();
    }
    expect(await findAnswer(await actor("kenichi"), newId(), now)).toBeNull();
  });
});
