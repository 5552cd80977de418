import { beforeEach, describe, expect, test } from "vitest";
import type { CheckpointJudgement } from "@/lib/domain/attestation";
import type { Supervision } from "@/lib/domain/rule";
import { acceptAnswer, attestCheckpoints, rejectAnswer } from "@/lib/judgement/commands";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aJudgementRequest, aRecord, aRemark, at, recognisedUpTo } from "@/tests/support/practice";

/** 対象組織の構成の理解: one checkpoint for each of its parts. */
const STRUCTURE = "g1.s2.target-structure";
/** 類似ケースに1人で対応できる. */
const ALONE = "g1.s3.similar-cases";
const now = at("2026-11-20", "14:02");

let world: World;
let liaison: { id: string };
let checkpoints: string[];
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (code: string, fields: object = {}) => ({ ok: false, refusal: { code, ...fields } });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  liaison = await db().enrolment.findFirstOrThrow({
    where: { personId: world.people.misaki.id, roleGroupCode: "liaison-coordination" },
  });
  checkpoints = await checkpointsOf(STRUCTURE);
});

async function checkpointsOf(code: string) {
  const [row] = await db().$queryRaw<{ codes: string[] }[]>`
    select array(select jsonb_array_elements(c -> 'rule' -> 'checkpoints') ->> 'code') as codes
      from "CurriculumEdition" e, jsonb_path_query(e.structure, '$.roleGroups[*].steps[*].criteria[*]') c
     where c ->> 'code' = ${code} limit 1`;
  return row?.codes ?? [];
}

const judging = (judged: CheckpointJudgement[], criterionCode = STRUCTURE) => ({
  enrolmentId: liaison.id,
  criterionCode,
  judged,
});
const allMet = (supervision: Supervision | null = 4): CheckpointJudgement[] =>
  checkpoints.map((checkpoint) => ({ checkpoint, judgement: "met", supervision, comment: "" }));
const firstNotYet = (comment: string) =>
  allMet()
    .slice(0, 1)
    .map((each) => ({ ...each, judgement: "notYet" as const, comment }));

describe("judging a criterion", () => {
  test("writes a judgement for each checkpoint, on the team's day, and answers the request", async () => {
    const request = await aJudgementRequest(liaison, STRUCTURE);
    expect(checkpoints.length).toBeGreaterThan(0);
    expect(await attestCheckpoints(judging(allMet()), await as("kenichi"))).toMatchObject({ ok: true });
    const rows = await db().attestation.findMany({ orderBy: { checkpoint: "asc" } });
    expect(rows.map(({ checkpoint }) => checkpoint)).toEqual([...checkpoints].sort());
    for (const row of rows)
      expect(row).toMatchObject({
        judgement: "met",
        supervision: 4,
        attempt: 0,
        judgedOn: new Date("2026-11-20"),
        byReviewer: false,
      });
    const closed = await db().judgementRequest.findUniqueOrThrow({ where: { id: request.id } });
    expect(closed).toMatchObject({ closedAt: now, closedById: world.people.kenichi.id });
    expect((await eventsAbout(world.people.misaki.id)).at(-1)).toMatchObject({
      action: "CriterionAttested",
      body: { criterionCode: STRUCTURE, requestClosed: true, judgements: checkpoints.map((code) => `${code} met 4`) },
    });
  });

  test("forty presses at once are one judgement; a changed mind is the next one", async () => {
    const caller = await as("kenichi");
    const answers = await atOnce(40, () => attestCheckpoints(judging(allMet()), caller));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(40);
    expect(await db().attestation.count()).toBe(checkpoints.length);
    expect(await eventsAbout(world.people.misaki.id)).toHaveLength(1);

    expect(await attestCheckpoints(judging(firstNotYet("構成図が前の版です。")), caller)).toMatchObject({ ok: true });
    const rows = await db().attestation.findMany({
      where: { checkpoint: checkpoints[0] ?? "" },
      orderBy: { attempt: "asc" },
    });
    expect(rows.map(({ attempt, judgement }) => [attempt, judgement])).toEqual([
      [0, "met"],
      [1, "notYet"],
    ]);
  });
});

describe("the level of supervision", () => {
  test("without a level nothing is met; the same judgement at another level is a new one", async () => {
    const caller = await as("kenichi");
    expect(await attestCheckpoints(judging(allMet(null)), caller)).toEqual(
      refused("SupervisionMissing", { checkpoints }),
    );
    for (const level of [3, 3, 4] as const)
      expect(await attestCheckpoints(judging(allMet(level)), caller)).toMatchObject({ ok: true });
    expect(await db().attestation.count()).toBe(2 * checkpoints.length);
  });

  test("what the source asks to be done alone is not met with a mentor beside", async () => {
    await recognisedUpTo(liaison, world.people.makoto, 2);
    const judged = [{ checkpoint: "whole", judgement: "met" as const, supervision: 3 as const, comment: "" }];
    const caller = await as("kenichi");
    expect(await attestCheckpoints(judging(judged, ALONE), caller)).toEqual(
      refused("SupervisionTooLow", { least: 4, checkpoints: ["whole"] }),
    );
    expect(await db().attestation.count()).toBe(0);
    const alone = judged.map((each) => ({ ...each, supervision: 4 as const }));
    expect(await attestCheckpoints(judging(alone, ALONE), caller)).toMatchObject({ ok: true });
  });

  test("the database takes one of the five levels, and none where there was no occasion", async () => {
    await attestCheckpoints(judging(allMet()), await as("kenichi"));
    await expect(db().attestation.updateMany({ data: { supervision: 6 } })).rejects.toThrow();
    await expect(db().attestation.updateMany({ data: { judgement: "noOccasion" } })).rejects.toThrow();
  });
});

describe("what is not judged", () => {
  test.each<[PersonaName]>([["misaki"], ["yuko"], ["makoto"], ["shin"], ["taro"]])(
    "%s is refused as if there were nothing",
    async (name) => {
      expect(await attestCheckpoints(judging(allMet()), await as(name))).toEqual(refused("NotFound"));
      expect(await db().attestation.count()).toBe(0);
    },
  );

  test("a criterion of another role group, one that is only counted, and one of a STEP that is done", async () => {
    const caller = await as("kenichi");
    expect(await attestCheckpoints(judging(allMet(), "g3.s1.overview"), caller)).toEqual(refused("NotFound"));
    expect(await attestCheckpoints(judging(allMet(), "g1.s1.monthly-report"), caller)).toEqual(
      refused("NotAJudgedCriterion"),
    );
    expect(await attestCheckpoints({ ...judging(allMet()), enrolmentId: newId() }, caller)).toEqual(
      refused("NotFound"),
    );
    await recognisedUpTo(liaison, world.people.makoto, 2);
    expect(await attestCheckpoints(judging(allMet()), caller)).toEqual(refused("StepIsSignedOff"));
  });

  test("settles what was answered before, and not what was not", async () => {
    const { kenichi } = world.people;
    const answered = await aRemark(liaison, STRUCTURE, kenichi, { answer: "図を新しくしました。" });
    const open = await aRemark(liaison, STRUCTURE, kenichi, { on: "2026-11-12" });
    await attestCheckpoints(judging(allMet()), await as("kenichi"));
    const settled = await db().remark.findMany({ where: { settledAt: now } });
    expect(settled.map(({ id }) => id)).toEqual([answered.id]);
    expect(open.id).not.toBe(answered.id);
  });
});

describe("judging an answer", () => {
  const answered = (wish = {}) =>
    aRemark(liaison, STRUCTURE, world.people.kenichi, { answer: "会議名を足しました。", ...wish });

  test("accepting settles it", async () => {
    const remark = await answered();
    expect(await acceptAnswer({ remarkId: remark.id }, await as("kenichi"))).toMatchObject({ ok: true });
    expect(await db().remark.findMany()).toMatchObject([{ settledAt: now, settledById: world.people.kenichi.id }]);
    expect((await eventsAbout(world.people.misaki.id)).at(-1)?.action).toBe("AnswerAccepted");
  });

  test("rejecting settles it and holds the criterion open with the new reason", async () => {
    const remark = await answered();
    const reason = "どの会議かはわかりますが、日付がありません。";
    expect(await rejectAnswer({ remarkId: remark.id, reason }, await as("kenichi"))).toMatchObject({ ok: true });
    const open = await db().remark.findMany({ where: { settledAt: null } });
    expect(open).toMatchObject([{ criterionCode: STRUCTURE, enrolmentId: liaison.id, reason, answer: null }]);
  });

  test("pressed many times at once it is judged once", async () => {
    const [one, other] = [await answered(), await answered()];
    const caller = await as("kenichi");
    await atOnce(10, () => acceptAnswer({ remarkId: one.id }, caller));
    await atOnce(10, () => rejectAnswer({ remarkId: other.id, reason: "まだです。" }, caller));
    expect(await db().remark.count()).toBe(3);
    expect(await eventsAbout(world.people.misaki.id)).toHaveLength(2);
  });

  test("only by its mentors, after an answer, and not while its claim waits", async () => {
    const remark = await answered();
    for (const name of ["misaki", "yuko", "makoto", "shin"] as const) {
      expect(await acceptAnswer({ remarkId: remark.id }, await as(name))).toEqual(refused("NotFound"));
    }
    expect(await acceptAnswer({ remarkId: newId() }, await as("kenichi"))).toEqual(refused("NotFound"));
    const silent = await aRemark(liaison, STRUCTURE, world.people.kenichi);
    expect(await acceptAnswer({ remarkId: silent.id }, await as("kenichi"))).toEqual(refused("NotAnsweredYet"));
    const record = await aRecord(world.people.misaki, liaison, { claims: [STRUCTURE] });
    for (const claim of record.claims) {
      const onClaim = await answered({ claim });
      expect(await acceptAnswer({ remarkId: onClaim.id }, await as("kenichi"))).toEqual(refused("ClaimStillWaits"));
    }
  });
});
