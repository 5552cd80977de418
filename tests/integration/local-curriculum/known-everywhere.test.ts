import { beforeEach, describe, expect, test } from "vitest";
import { editionInForce, forgetLatest, searchCurriculum, widestEdition } from "@/lib/curriculum/queries";
import { addLocalItem, exemptItem, withdrawLocalChange } from "@/lib/local-curriculum/commands";
import { exemption } from "@/lib/local-curriculum/schema";
import { addMaterial } from "@/lib/materials/commands";
import { findMaterials } from "@/lib/materials/queries";
import { newMaterial } from "@/lib/materials/schema";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { findQueue } from "@/lib/queue/queries";
import { verifyRecords } from "@/lib/reviews/commands";
import { emptyDatabase } from "@/tests/support/database";
import { localItem } from "@/tests/support/local-item";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aRecord, recognisedUpTo } from "@/tests/support/practice";
import { statementsOf } from "@/tests/support/statements";
import { enrolmentOf } from "@/tests/support/training";

const now = new Date("2026-11-20T01:00:00Z");
const PAIR = "g3.s2.pair-duty";
let world: World;
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const codeOf = ({ onceKey }: { onceKey: string }) => `local.${onceKey.replaceAll("-", "").slice(-12)}`;

beforeEach(async () => {
  await emptyDatabase();
  await db().$executeRaw`delete from "CurriculumWording" where words ? 'local'`;
  await db().$executeRaw`delete from "CurriculumEdition" where "baseId" is not null`;
  forgetLatest();
  world = await aWorld();
});

async function added(wish: Record<string, string | string[]> = {}) {
  const form = localItem(wish);
  const answer = await addLocalItem(form, await as("makoto"));
  if (!answer.ok) throw new Error(answer.refusal.code);
  return { changeId: form.onceKey, code: codeOf(form) };
}

describe("materials", () => {
  const material = (item: string, wish: Record<string, string> = {}) =>
    newMaterial.parse({
      ...{ onceKey: newId(), group: "soc-monitoring", step: "2", item, kind: "reading", titleJa: "点検手順書" },
      ...{ titleEn: "", url: "", noteJa: "", noteEn: "", ...wish },
    });

  test("can be attached to a task of the organisation and to a topic of one team", async () => {
    const task = await added({ section: "task", kind: "work" });
    const topic = await added({ section: "topic", step: "0", reach: world.teams.plant.id });
    const makoto = await as("makoto");
    expect((await addMaterial(material(task.code), makoto)).ok).toBe(true);
    expect((await addMaterial(material(topic.code, { step: "0" }), makoto)).ok).toBe(true);
    const materials = await findMaterials("soc-monitoring");
    expect([task, topic].map(({ code }) => materials.ofItem(code).map(({ titleJa }) => titleJa))).toEqual([
      ["点検手順書"],
      ["点検手順書"],
    ]);
    expect((await widestEdition()).tasksOf("soc-monitoring", 2, [])).toContain(task.code);
  });

  test("not to a criterion, in another STEP, or to what was taken back; still to what a team left out", async () => {
    const criterion = await added();
    const task = await added({ section: "task", kind: "work" });
    const makoto = await as("makoto");
    const answers = [
      await addMaterial(material(criterion.code), makoto),
      await addMaterial(material(task.code, { step: "1" }), makoto),
    ];
    await withdrawLocalChange({ changeId: task.changeId, reason: "不要" }, makoto);
    answers.push(await addMaterial(material(task.code), makoto));
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.refusal.code))).toEqual([
      "NotFound",
      "NotFound",
      "NotFound",
    ]);
    const leaving = { onceKey: newId(), reach: world.teams.soc.id, item: "g3.s2.task.1", reason: "設備がない" };
    expect((await exemptItem(exemption.parse(leaving), makoto)).ok).toBe(true);
    expect((await addMaterial(material("g3.s2.task.1"), makoto)).ok).toBe(true);
  });
});

describe("verifying together", () => {
  test("counts and verifies claims of a counted local item of the team, also after it was taken back; judged ones stay out", async () => {
    const { misaki, makoto } = world.people;
    const liaison = await enrolmentOf(misaki, "liaison-coordination");
    const here = { group: "liaison-coordination", step: "1", reach: world.teams.soc.id };
    const counted = await added(here);
    const judged = await added({ ...here, ruleKind: "accuracy", minJudged: "20", bound: "atLeast", percent: "90" });
    const { editionId } = await editionInForce(world.teams.soc.id);
    await db().enrolment.update({ where: { id: liaison.id }, data: { editionId } });
    await recognisedUpTo(liaison, makoto, 0);
    const record = await aRecord(misaki, liaison, { claims: [counted.code] });
    await aRecord(misaki, liaison, { claims: [judged.code] });
    const kenichi = await as("kenichi");
    const waiting = async () => (await findQueue(kenichi.actor, { tab: "all", page: 1 }, now)).forBatch;
    expect(await waiting()).toBe(1);
    await withdrawLocalChange({ changeId: counted.changeId, reason: "不要" }, await as("makoto"));
    expect(await waiting()).toBe(1);
    expect(await verifyRecords({ records: [record.id] }, kenichi)).toMatchObject({ value: { verified: 1 } });
    expect(await waiting()).toBe(0);
  });
});

describe("searching", () => {
  const found = async (name: PersonaName, query: string) =>
    (await searchCurriculum((await as(name)).actor, query, "ja")).flatMap(({ hits }) =>
      hits.map(({ code, href, isLocal }) => ({ code, href, isLocal })),
    );

  test("finds the organisation's own items, named as such, for everybody", async () => {
    const { code } = await added();
    expect(await found("soto", "SIEMの点検")).toEqual([
      { code, href: `/curriculum/soc-monitoring#${code}`, isLocal: true },
    ]);
    expect((await found("soto", "トリアージ")).every(({ isLocal }) => !isLocal)).toBe(true);
  });

  test("finds a team's for who belongs to it, mentors or manages it or one above, and leads to its reading; for nobody else", async () => {
    const { plant } = world.teams;
    const { code } = await added({ reach: plant.id });
    const hit = { code, href: `/curriculum/soc-monitoring?team=${plant.id}#${code}`, isLocal: true };
    for (const name of ["soto", "yuko", "makoto", "shin"] as const)
      expect(await found(name, "SIEMの点検")).toEqual([hit]);
    for (const name of ["misaki", "akari", "kenichi"] as const) expect(await found(name, "SIEMの点検")).toEqual([]);
  });

  test("for a trainee of the role group it is what measures them", async () => {
    const { night } = world.teams;
    const { code } = await added({ reach: night.id });
    const leaving = { onceKey: newId(), reach: night.id, item: PAIR, reason: "当番は1人で立つため" };
    await exemptItem(exemption.parse(leaving), await as("makoto"));
    const monitoring = await enrolmentOf(world.people.ren, "soc-monitoring");
    expect((await found("ren", "ペア業務")).map((each) => each.code)).toContain(PAIR);
    const { editionId } = await editionInForce(night.id);
    await db().enrolment.update({ where: { id: monitoring.id }, data: { editionId } });
    expect((await found("ren", "ペア業務")).map((each) => each.code)).not.toContain(PAIR);
    expect(await found("ren", "SIEMの点検")).toEqual([
      { code, href: `/curriculum/soc-monitoring#${code}`, isLocal: true },
    ]);
  });

  test("every code is found once, and it takes few statements", async () => {
    await added();
    await added({ reach: world.teams.plant.id, titleJa: "工場の点検", textJa: "工場のSIEMの点検を2回行う" });
    const { actor } = await as("makoto");
    const codes = (await found("makoto", "SIEM")).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect((await statementsOf(() => searchCurriculum(actor, "SIEM", "ja"))).length).toBeLessThanOrEqual(4);
  });
});
