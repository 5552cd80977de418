import { beforeEach, describe, expect, test } from "vitest";
import { curriculumFor } from "@/lib/curriculum/queries";
import type { CheckpointJudgement } from "@/lib/domain/attestation";
import type { Supervision } from "@/lib/domain/rule";
import { attestCheckpoints } from "@/lib/judgement/commands";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { findSaid } from "@/lib/said/queries";
import { askOpinion, declineOpinion, giveOpinion } from "@/lib/second-opinion/commands";
import { findOpinion, listAskedOf, listOnCriterion } from "@/lib/second-opinion/queries";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { aMentorship } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { at } from "@/tests/support/practice";

const CRITERION = "g1.s2.target-structure";
const now = at("2026-11-20", "14:02");

let world: World;
let enrolmentId: string;
let codes: readonly string[];
const refused = (code: string, fields: object = {}) => ({ ok: false, refusal: { code, ...fields } });
const as = async (name: PersonaName, when = now) => ({ actor: await actorOf(world.people[name].id), now: when });

/** Kenichi and Ren mentor Misaki. */
beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  await aMentorship(world.people.ren, "liaison-coordination", world.teams.hq);
  const liaison = { personId: world.people.misaki.id, roleGroupCode: "liaison-coordination" };
  enrolmentId = (await db().enrolment.findFirstOrThrow({ where: liaison })).id;
  const rule = (await curriculumFor(world.edition.id)).criterion(CRITERION)?.rule;
  codes = rule?.kind === "attest" && Array.isArray(rule.checkpoints) ? rule.checkpoints.map(({ code }) => code) : [];
});

const question = (ofName: PersonaName = "ren") => ({
  onceKey: newId(),
  enrolmentId,
  criterionCode: CRITERION,
  askedOfId: world.people[ofName].id,
  note: "図の読み取りで迷っています。",
});
const allMet = (supervision: Supervision = 4): CheckpointJudgement[] =>
  codes.map((checkpoint) => ({ checkpoint, judgement: "met", supervision, comment: "" }));
const allNotYet = (): CheckpointJudgement[] =>
  codes.map((checkpoint) => ({
    checkpoint,
    judgement: "notYet",
    supervision: null,
    comment: "連絡先が抜けています。",
  }));
const asked = async () => {
  const form = question();
  await askOpinion(form, await as("kenichi"));
  return form.onceKey;
};
const seenBy = async (name: PersonaName, opinionId: string) =>
  findOpinion(await actorOf(world.people[name].id), opinionId);
const judge = async (name: PersonaName, judged: CheckpointJudgement[], when = now) =>
  attestCheckpoints({ enrolmentId, criterionCode: CRITERION, judged }, await as(name, when));

describe("asking", () => {
  test("sent twenty times at once it is one question and one event, without a word of it", async () => {
    const [form, caller] = [question(), await as("kenichi")];
    const answers = await atOnce(20, () => askOpinion(form, caller));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await db().secondOpinion.findMany()).toMatchObject([{ id: form.onceKey, note: form.note, givenAt: null }]);
    const events = await eventsAbout(world.people.misaki.id);
    expect(events.map(({ action }) => action)).toEqual(["OpinionAsked"]);
    expect(JSON.stringify(events)).not.toContain("迷って");
  });

  test("who was asked finds it, nobody else does; the trainee sees that one was asked", async () => {
    const opinionId = await asked();
    const lists = async (name: PersonaName) => {
      const actor = await actorOf(world.people[name].id);
      return (await listAskedOf(actor)).length;
    };
    expect([await lists("ren"), await lists("kenichi"), await lists("misaki"), await lists("makoto")]).toEqual([
      1, 0, 0, 0,
    ]);
    expect(await seenBy("ren", opinionId)).toMatchObject({ note: "図の読み取りで迷っています。", comparison: null });
    for (const name of ["misaki", "makoto", "yuko", "shin"] as const)
      expect(await seenBy(name, opinionId), name).toBeNull();
    const { opinions: own } = await findSaid(await actorOf(world.people.misaki.id));
    expect(own).toMatchObject([{ askedBy: { name: "高橋 健一" }, askedOf: { name: "鈴木 蓮" }, givenAt: null }]);
  });

  test("nobody outside the pool, and not the trainee", async () => {
    for (const name of ["misaki", "yuko", "makoto"] as const) {
      expect(await askOpinion(question(name), await as("kenichi")), name).toEqual(refused("OpinionNotOfThePool"));
      expect(await askOpinion(question(), await as(name)), name).toEqual(refused("NotFound"));
    }
    expect(await askOpinion({ ...question(), criterionCode: "g1.s2.triage" }, await as("kenichi"))).toEqual(
      refused("NotAJudgedCriterion"),
    );
    expect(await db().secondOpinion.count()).toBe(0);
  });
});

describe("two judge apart", () => {
  test("neither sees the other's judgement before both have; then both and the trainee see the difference", async () => {
    const opinionId = await asked();
    await giveOpinion({ opinionId, judged: allNotYet() }, await as("ren"));
    expect(await seenBy("kenichi", opinionId)).toMatchObject({ comparison: null, own: null });
    expect(await seenBy("ren", opinionId)).toMatchObject({ comparison: null });
    expect((await seenBy("ren", opinionId))?.own).toHaveLength(codes.length);
    await judge("kenichi", allMet(), at("2026-11-21"));
    const expected = codes.map((checkpoint) => ({ checkpoint, differs: true }));
    for (const name of ["kenichi", "ren"] as const)
      expect((await seenBy(name, opinionId))?.comparison).toMatchObject(expected);
    const [own] = (await findSaid(await actorOf(world.people.misaki.id))).opinions;
    expect(own?.comparison).toMatchObject(expected);
    const onCriterion = { enrolmentId, criterionCode: CRITERION };
    expect(await listOnCriterion(await actorOf(world.people.kenichi.id), onCriterion)).toHaveLength(1);
    expect(await listOnCriterion(await actorOf(world.people.makoto.id), onCriterion)).toEqual([]);
  });

  test("the event that completes the comparison says whether they differ, and from whom", async () => {
    const last = async () => (await eventsAbout(world.people.misaki.id)).at(-1);
    const first = await asked();
    await giveOpinion({ opinionId: first, judged: allNotYet() }, await as("ren"));
    expect(await last()).toMatchObject({ action: "OpinionGiven", body: { differs: false, enrolmentId } });
    await judge("kenichi", allMet(), at("2026-11-21"));
    expect(await last()).toMatchObject({ body: { differsFrom: [world.people.ren.id] } });
    await judge("kenichi", allNotYet(), at("2026-11-22"));
    expect(await last()).toMatchObject({ body: { differsFrom: [] } });
    const second = await asked();
    await giveOpinion({ opinionId: second, judged: allMet() }, await as("ren", at("2026-11-23")));
    expect(await last()).toMatchObject({ body: { differs: true, askedById: world.people.kenichi.id } });
  });

  test("the formal judgement stays, and judging again afterwards does not change what was compared", async () => {
    const opinionId = await asked();
    await judge("kenichi", allMet(), at("2026-11-19"));
    await giveOpinion({ opinionId, judged: allNotYet() }, await as("ren"));
    const formal = () => db().attestation.findMany({ where: { enrolmentId }, orderBy: { attempt: "asc" } });
    expect(
      (await formal()).every(
        ({ judgement, judgedById }) => judgement === "met" && judgedById === world.people.kenichi.id,
      ),
    ).toBe(true);
    await judge("kenichi", allNotYet(), at("2026-11-21"));
    expect((await seenBy("ren", opinionId))?.comparison?.every(({ first }) => first.judgement === "met")).toBe(true);
    expect((await formal()).at(-1)?.judgement).toBe("notYet");
  });

  test("met by both at another level is a difference, and the level is kept", async () => {
    const opinionId = await asked();
    await judge("kenichi", allMet(4), at("2026-11-19"));
    await giveOpinion({ opinionId, judged: allMet(3) }, await as("ren"));
    const said = { differs: true, first: { supervision: 4 }, second: { supervision: 3 } };
    expect((await seenBy("ren", opinionId))?.comparison).toMatchObject(codes.map(() => said));
  });

  test("given once, whatever the clicks; another text afterwards is refused", async () => {
    const opinionId = await asked();
    const caller = await as("ren");
    const answers = await atOnce(20, () => giveOpinion({ opinionId, judged: allMet() }, caller));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await db().opinionJudgement.count()).toBe(codes.length);
    expect(await giveOpinion({ opinionId, judged: allNotYet() }, caller)).toEqual(refused("OpinionClosed"));
    expect(await declineOpinion({ opinionId, reason: "遅れました。" }, caller)).toEqual(refused("OpinionClosed"));
    expect((await eventsAbout(world.people.misaki.id)).filter(({ action }) => action === "OpinionGiven")).toHaveLength(
      1,
    );
  });
});

describe("how a question ends", () => {
  test("given and declined at once: one of the two", async () => {
    const opinionId = await asked();
    const caller = await as("ren");
    const answers = await Promise.all([
      giveOpinion({ opinionId, judged: allMet() }, caller),
      declineOpinion({ opinionId, reason: "同席していないため" }, caller),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const [row] = await db().secondOpinion.findMany();
    expect((row?.givenAt === null) !== (row?.declinedAt === null)).toBe(true);
  });

  test("declined with a reason that the asker and the trainee read; then another can be asked", async () => {
    const opinionId = await asked();
    const reason = "この案件に関わっていたため";
    for (let press = 0; press < 2; press += 1)
      expect(await declineOpinion({ opinionId, reason }, await as("ren"))).toMatchObject({ ok: true });
    expect(await seenBy("kenichi", opinionId)).toMatchObject({ declined: { reason } });
    expect(await giveOpinion({ opinionId, judged: allMet() }, await as("ren"))).toEqual(refused("OpinionClosed"));
    expect(await askOpinion(question(), await as("kenichi"))).toMatchObject({ ok: true });
    expect(await db().secondOpinion.count()).toBe(2);
  });

  test("who mentors there no longer gives none, and declines", async () => {
    const opinionId = await asked();
    await db().mentorship.updateMany({ where: { personId: world.people.ren.id }, data: { endedAt: now } });
    expect(await giveOpinion({ opinionId, judged: allMet() }, await as("ren"))).toEqual(refused("NotFound"));
    expect(await declineOpinion({ opinionId, reason: "異動しました。" }, await as("ren"))).toMatchObject({ ok: true });
    expect(await declineOpinion({ opinionId: newId(), reason: "…" }, await as("ren"))).toEqual(refused("NotFound"));
  });
});
