import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { reinstateCompletion, revokeCompletion } from "@/lib/revocation/commands";
import { findReinstatable, findRevocable } from "@/lib/revocation/queries";
import { findTrainingRecord } from "@/lib/training-record/queries";
import { emptyDatabase } from "@/tests/support/database";
import { bare, recordPaper, textOfPdf, wordsOn } from "@/tests/support/paper";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { statementsOf } from "@/tests/support/statements";
import {
  anAttestation,
  aRecord,
  aRemark,
  aSignOff,
  aVerification,
  enrolmentOf,
  tasksDone,
} from "@/tests/support/training";

const now = new Date("2026-11-20T01:00:00Z");
const MEETING = "g1.s1.external-meetings";
let world: World;
let liaison: { id: string };
const actor = (name: PersonaName) => actorOf(world.people[name].id);
const seenBy = async (name: PersonaName) => findTrainingRecord(await actor(name), world.people.misaki.id, now);
const paperFor = async (name: PersonaName, locale: "ja" | "en" = "ja") => {
  const paper = await recordPaper(await actor(name), world.people.misaki.id, now, locale);
  if (!paper) throw new Error(`${name} sees no training record`);
  return paper;
};
const saidTo = async (name: PersonaName) => wordsOn(await paperFor(name)).join("\n");

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  liaison = await enrolmentOf(world.people.misaki, "liaison-coordination");
});

/** One verified record with evidence, one that was sent back, and a STEP that was signed off. */
async function aHistory() {
  const { misaki, kenichi } = world.people;
  const claims = [{ enrolment: liaison, criterionCode: MEETING }];
  const verified = await aRecord(misaki, {
    happenedOn: "2026-10-02",
    title: "業界の連絡会",
    evidence: ["MIN-12"],
    claims,
  });
  await aVerification(verified.claimIds[0] ?? "", kenichi);
  const back = await aRecord(misaki, { happenedOn: "2026-11-03", title: "地域の連絡会", claims });
  await aRemark({ enrolment: liaison, criterionCode: MEETING, claimId: back.claimIds[0] ?? "", by: kenichi });
  await tasksDone(liaison, ["g1.common.logical-thinking"]);
  return aSignOff(liaison, 0, { by: kenichi, trainee: misaki, signedOn: "2025-12-19" });
}

describe("who may open it", () => {
  test("the trainee, mentors of a part of it, managers and auditors; an administrator and anybody else not", async () => {
    for (const name of ["misaki", "kenichi", "makoto", "emi"] as const) expect(await seenBy(name), name).not.toBeNull();
    for (const name of ["ren", "akari", "shin", "soto"] as const) expect(await seenBy(name), name).toBeNull();
    expect(await findTrainingRecord(await actor("makoto"), newId(), now)).toBeNull();
  });

  test("a mentor sees their role group's part, a manager all of it", async () => {
    await db().enrolment.create({
      data: {
        id: newId(),
        personId: world.people.misaki.id,
        roleGroupCode: "forensics",
        teamId: world.teams.soc.id,
        editionId: world.edition.id,
        tracks: [],
        enrolledOn: new Date("2026-01-05"),
        createdAt: now,
        createdById: world.people.makoto.id,
      },
    });
    const groups = async (name: PersonaName) =>
      (await seenBy(name))?.enrolments.map((each) => each.training.ref.roleGroupCode);
    expect(await groups("kenichi")).toEqual([null, "liaison-coordination"]);
    expect(await groups("makoto")).toEqual([null, "forensics", "liaison-coordination"]);
  });

  test("records that are claimed nowhere are the trainee's own", async () => {
    await aRecord(world.people.misaki, { happenedOn: "2026-10-02", title: "まだ数えない記録" });
    expect((await seenBy("misaki"))?.records).toHaveLength(1);
    expect((await seenBy("makoto"))?.records).toHaveLength(0);
  });

  test("an auditor reads who, what and when, and no text", async () => {
    await aHistory();
    const said = await saidTo("emi");
    for (const fact of ["2026/10/02", "2025/12/19", "高橋 健一", "差し戻し", "1件"]) expect(said).toContain(fact);
    for (const text of ["業界の連絡会", "地域の連絡会", "MIN-12", "根拠が読み取れません"])
      expect(said).not.toContain(text);
    expect(await saidTo("kenichi")).toContain("業界の連絡会");
  });

  test("of TLP:RED only the trainee and the mentor who was there read the title", async () => {
    const claims = [{ enrolment: liaison, criterionCode: MEETING }];
    const wish = { happenedOn: "2026-10-02", title: "RED-77", tlp: "RED", claims, evidence: ["R-1"] };
    await aRecord(world.people.misaki, { ...wish, mentorPresentId: world.people.kenichi.id });
    for (const name of ["misaki", "kenichi"] as const) expect(await saidTo(name), name).toContain("RED-77");
    for (const name of ["makoto", "emi"] as const) expect(await saidTo(name), name).not.toMatch(/RED-77|R-1/);
  });
});

describe("what it tells", () => {
  test("people, days, evidence and decisions, in both languages, and the same in the PDF", async () => {
    await aHistory();
    await anAttestation(liaison, "g1.s2.tabletop-planning", ["unknown"], world.people.kenichi);
    for (const locale of ["ja", "en"] as const) {
      const paper = await paperFor("misaki", locale);
      const pages = await textOfPdf(paper, now);
      const printed = pages.join("");
      for (const words of wordsOn(paper)) expect(printed, words).toContain(bare(words));
      pages.forEach((page, place) => {
        expect(page).toContain(bare(paper.foot.left));
        expect(page).toContain(`${place + 1}/${pages.length}`);
      });
    }
  });

  test("a STEP that was revoked and given back, with both reasons; one that is signed again beside the first", async () => {
    const { id } = await aHistory();
    const makoto = { actor: await actor("makoto"), now };
    const revoking = await findRevocable(makoto.actor, id);
    const form = { onceKey: newId(), completionId: id, seen: revoking?.seen ?? "", reason: "証跡が別人のものでした。" };
    expect(await revokeCompletion(form, makoto)).toMatchObject({ ok: true });
    expect(await saidTo("misaki")).toMatch(/取消 2026\/11\/20[\s\S]*取消のまま/);
    const { id: revocationId } = await db().revocation.findFirstOrThrow();
    const lifting = await findReinstatable(makoto.actor, revocationId);
    const back = { revocationId, seen: lifting?.seen ?? "", reason: "調べ直して本人と確かめました。" };
    expect(await reinstateCompletion(back, makoto)).toMatchObject({ ok: true });
    const said = await saidTo("misaki");
    for (const words of ["承認を戻した", "証跡が別人のものでした。", "調べ直して本人と確かめました。", "承認は有効"])
      expect(said).toContain(words);
    expect((await textOfPdf(await paperFor("misaki"), now)).join("")).toContain("調べ直して本人と確かめました。");
  });

  test("names are written with the characters that they have", async () => {
    await db().person.update({ where: { id: world.people.misaki.id }, data: { name: "𠮷野 髙﨑德子" } });
    const [first = ""] = await textOfPdf(await paperFor("misaki"), now);
    expect(first).toContain("𠮷野髙﨑德子");
  });

  test("an empty one names in one line what there is nothing of", async () => {
    const paper = await paperFor("misaki");
    const [printed = ""] = await textOfPdf(paper, now);
    for (const words of ["まだ記録がないもの", "実績記録", "判定、2人目の意見", "STEPの承認"])
      expect(wordsOn(paper).join("\n")).toContain(words);
    expect(printed).toContain("まだ記録がないもの");
    expect(paper.blocks.map(({ id }) => id)).not.toContain("records");
  });

  test("a reason that is longer than a page goes on over the next one, and nothing is lost", async () => {
    await aRemark({
      enrolment: liaison,
      criterionCode: MEETING,
      by: world.people.kenichi,
      reason: "長い理由を書く。".repeat(450),
    });
    const pages = await textOfPdf(await paperFor("misaki"), now);
    expect(pages.join("").match(/長い理由/g)?.length).toBeGreaterThan(400);
    expect(pages.length).toBeGreaterThan(2);
  });

  test("the end of the audit trail stands on the last page", async () => {
    const { rows } = {
      rows: await db().$queryRaw<{ hash: string }[]>`select encode(hash, 'hex') as hash from audit.head`,
    };
    const pages = await textOfPdf(await paperFor("misaki"), now);
    expect(pages.at(-1)).toContain(rows[0]?.hash);
  });
});

test("as many statements for forty records as for one", async () => {
  const misaki = await actor("misaki");
  const statements = async () => (await statementsOf(() => findTrainingRecord(misaki, misaki.id, now))).length;
  await aHistory();
  await statements();
  const few = await statements();
  expect(few).toBeLessThanOrEqual(6);
  const claims = [{ enrolment: liaison, criterionCode: MEETING }];
  for (let day = 1; day <= 28; day += 1)
    await aRecord(world.people.misaki, { happenedOn: `2026-09-${String(day).padStart(2, "0")}`, claims });
  await statements();
  expect(await statements()).toBe(few);
});
