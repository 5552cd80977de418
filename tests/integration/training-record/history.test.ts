import { beforeEach, expect, test } from "vitest";
import { latestEdition } from "@/lib/curriculum/queries";
import type { PaperTable } from "@/lib/paper/schema";
import { recordEvent } from "@/lib/platform/audit";
import { toDbDay } from "@/lib/platform/days";
import { db } from "@/lib/platform/db";
import { digestOf } from "@/lib/platform/digest";
import { newId } from "@/lib/platform/ids";
import { findPolicyValues } from "@/lib/policy/queries";
import { findTrainingRecord } from "@/lib/training-record/queries";
import { emptyDatabase } from "@/tests/support/database";
import { aLeave } from "@/tests/support/leave";
import { bare, recordPaper, textOfPdf, wordsOn } from "@/tests/support/paper";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { statementsOf } from "@/tests/support/statements";
import { anAttestation, aRecord, aSignOff, aVerification, enrolmentOf } from "@/tests/support/training";

const now = new Date("2026-11-20T01:00:00Z");
const MEETING = "g1.s1.external-meetings";
const JUDGED = "g1.s2.tabletop-planning";
let world: World;
let liaison: { id: string };

const paperFor = async (name: PersonaName) => {
  const paper = await recordPaper(await actorOf(world.people[name].id), world.people.misaki.id, now);
  if (!paper) throw new Error(`${name} sees no training record`);
  return paper;
};
/** The rows of a section, in words. */
async function rowsOf(id: string, name: PersonaName = "misaki") {
  const table = (await paperFor(name)).blocks.find(
    (block): block is PaperTable => block.id === id && block.kind === "table",
  );
  return (table?.rows ?? []).map(({ cells }) => cells.map(String).join(" | "));
}
const factsOf = async (name: PersonaName = "misaki") => {
  const [first] = (await paperFor(name)).blocks;
  return first?.kind === "facts" ? Object.fromEntries(first.facts.map(({ label, value }) => [label, value])) : {};
};

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  liaison = await enrolmentOf(world.people.misaki, "liaison-coordination");
});

const at = new Date("2026-11-10T03:00:00Z");

test("begun, moved to another team, measured otherwise, moved to an edition, ended: each with its day, reason and doer", async () => {
  const { makoto } = world.people;
  const enrolmentId = liaison.id;
  const by = { reason: "組織改編", movedById: makoto.id, movedAt: at };
  const teams = { fromTeamId: world.teams.hq.id, toTeamId: world.teams.soc.id };
  await db().transfer.create({ data: { id: newId(), enrolmentId, ...teams, movedOn: toDbDay("2026-11-09"), ...by } });
  await db().trackChange.create({
    data: {
      id: newId(),
      enrolmentId,
      before: ["diagnosis"],
      after: ["diagnosis", "management"],
      reason: "担当が増えた",
      changedById: makoto.id,
      changedAt: at,
    },
  });
  await db().stepOpened.create({
    data: { enrolmentId, step: 1, openedOn: toDbDay("2026-10-02"), openedAt: at, policyValues: {} },
  });
  const values = {
    valuesBefore: { "platform.countersign.step3": true },
    valuesAfter: { "platform.countersign.step3": false },
  };
  await db().rebasing.create({
    data: {
      id: newId(),
      actId: newId(),
      enrolmentId,
      step: 1,
      rebasedById: makoto.id,
      rebasedAt: at,
      rebasedOn: toDbDay("2026-11-11"),
      reason: "値の見直し",
      ...values,
    },
  });
  await db().editionDecision.create({
    data: {
      id: newId(),
      enrolmentId,
      fromId: world.edition.id,
      toId: world.edition.id,
      actId: newId(),
      outcome: "stays",
      cause: "rule",
      reason: "",
      decidedById: makoto.id,
      decidedAt: at,
    },
  });
  await db().enrolment.update({
    where: { id: enrolmentId },
    data: { endedOn: toDbDay("2026-11-19"), endReason: "担当替え", endedById: makoto.id },
  });
  const said = (await rowsOf("changes")).join("\n");
  expect(said).toMatch(/2026\/11\/09.*異動\n.*から.*へ \| 組織改編 \| 渡辺 誠/);
  for (const words of [
    "担う業務の変更\n脆弱性診断業務から脆弱性診断業務 / 脆弱性管理業務へ | 担当が増えた",
    "2026/10/02 |",
    "STEPの開始 STEP1 | — | 自動",
    "規定値の測り直し STEP1\n",
    "はいからいいえへ | 値の見直し",
    "いまの版に残る",
    "育成登録の終了 | 担当替え",
  ])
    expect(said).toContain(words);
  expect((await rowsOf("changes", "emi")).join("\n")).not.toMatch(/組織改編|値の見直し|担当替え/);
});

test("by when a STEP was meant to be signed off, and who said so", async () => {
  const { makoto } = world.people;
  const enrolmentId = liaison.id;
  await db().targetDate.create({
    data: {
      id: newId(),
      ...{ enrolmentId, step: 1, attempt: 0, targetOn: toDbDay("2027-03-31"), reason: "年度内に" },
      ...{ setById: makoto.id, setAt: at },
    },
  });
  expect((await rowsOf("changes")).join()).toContain("目標日 STEP1\n2027/03/31 | 年度内に | 渡辺 誠");
});

test("until when somebody is here, and when they were away: leave is for the person, managers and auditors", async () => {
  const { misaki, makoto, shin } = world.people;
  await aLeave(misaki, { fromOn: "2026-04-01", toOn: "2026-06-30" });
  await db().person.update({
    where: { id: misaki.id },
    data: { endsOn: toDbDay("2027-03-31"), affiliation: "seconded" },
  });
  const back = {
    reactivatedById: shin.id,
    reactivatedAt: new Date("2026-09-01T01:00:00Z"),
    reactivateReason: "復職",
  };
  await db().deactivation.create({
    data: {
      id: newId(),
      personId: misaki.id,
      reason: "長い不在",
      deactivatedById: makoto.id,
      deactivatedAt: new Date("2026-07-01T01:00:00Z"),
      ...back,
    },
  });
  const facts = await factsOf();
  expect(facts).toMatchObject({
    所属の種別: "出向",
    在籍の最終日: "2027/03/31",
    休業: "2026/04/01から2026/06/30まで",
  });
  expect(facts.利用停止).toMatch(/^2026\/07\/01 .*2026\/09\/01/);
  expect(Object.values(facts).join()).not.toContain("長い不在");
  for (const name of ["makoto", "emi"] as const) expect(await factsOf(name)).toHaveProperty("休業");
  expect(await factsOf("kenichi")).not.toHaveProperty("休業");
});

test("what has no row is named in one line, and nothing else is said of it", async () => {
  const facts = await factsOf();
  expect(facts.まだ記録がないもの).toContain("判定、2人目の意見");
  expect((await paperFor("misaki")).blocks.map(({ id }) => id)).toEqual([
    "person",
    "enrolments",
    "open",
    "changes",
    "proof",
  ]);
});

test("a sign-off with the records that it rests on, its digest and the number of its audit event", async () => {
  const { misaki, kenichi } = world.people;
  const claims = [{ enrolment: liaison, criterionCode: MEETING }];
  await aRecord(misaki, { happenedOn: "2026-09-01", claims });
  const record = await aRecord(misaki, { happenedOn: "2026-09-02", claims });
  const verification = await aVerification(record.claimIds[0] ?? "", kenichi);
  const frozen = [{ claimId: record.claimIds[0] ?? "", verification }];
  const { id } = await aSignOff(liaison, 1, { by: kenichi, trainee: misaki, frozen });
  const item = {
    code: MEETING,
    title: { ja: "外部の会合", en: "Meetings" },
    have: 1,
    need: 1,
    metOn: "2026-09-02",
    counted: record.claimIds,
  };
  const restedOn = {
    edition: "ab".repeat(32),
    policy: await findPolicyValues("2026-10-01"),
    items: [{ ...item, rule: (await latestEdition()).criterion(MEETING)?.rule }],
  };
  await db()
    .$executeRaw`update "StepSignOff" set "restedOn" = ${JSON.stringify(restedOn)}::jsonb where id = ${id}::uuid`;
  await db().$transaction((tx) =>
    recordEvent(tx, { action: "StepSignedOff", actorId: kenichi.id, subjectId: misaki.id, body: { signOffId: id } }),
  );
  const { seq } = (await db().$queryRaw<{ seq: bigint }[]>`select seq from audit.head`)[0] ?? { seq: 0 };
  expect((await rowsOf("met")).join()).toMatch(/外部の会合 \| .* \| 1 \/ 1 \| 2026\/09\/02 \| 2$/);
  const [proof = ""] = await rowsOf("signed");
  expect(proof).toContain(`${seq}番`);
  expect(bare(proof)).toContain(digestOf(restedOn));
});

test("who took a request on, and what became of it", async () => {
  const { misaki, kenichi, makoto } = world.people;
  const id = newId();
  await db().signOffRequest.create({
    data: {
      id,
      enrolmentId: liaison.id,
      step: 1,
      attempt: 0,
      requestedById: misaki.id,
      requestedAt: at,
      note: "お願いします",
      outcome: { create: { kind: "sentBack", decidedById: kenichi.id, decidedAt: at, comment: "証跡が足りない" } },
    },
  });
  await db().hold.create({
    data: {
      id: newId(),
      enrolmentId: liaison.id,
      signOffRequestId: id,
      holderId: kenichi.id,
      takenAt: at,
      until: new Date("2026-11-12T03:00:00Z"),
      note: "",
      endedAt: at,
      endedById: kenichi.id,
      ending: "decided",
    },
  });
  expect(await rowsOf("requests")).toEqual([
    expect.stringMatching(
      /^2026\/11\/10 \| .*STEP1 \| 高橋 健一 2026\/11\/10 \| 差し戻し 高橋 健一 2026\/11\/10 \| お願いします\n証跡が足りない$/,
    ),
  ]);
  expect((await rowsOf("requests", "emi")).join()).not.toMatch(/お願い|足りない/);
  await db().secondOpinion.create({
    data: {
      id: newId(),
      enrolmentId: liaison.id,
      criterionCode: JUDGED,
      askedById: kenichi.id,
      askedOfId: makoto.id,
      note: "",
      askedAt: at,
    },
  });
  expect(await rowsOf("mentors")).toEqual([
    expect.stringMatching(/高橋 健一 \| 1 \| 0 \| 0 \| 0 \| 0 \| 2026\/11\/10から2026\/11\/10まで$/),
  ]);
});

test("a judgement that was judged again stays; who is to judge apart reads none of them before", async () => {
  const { kenichi, makoto } = world.people;
  await anAttestation(liaison, JUDGED, ["unknown"], kenichi);
  const again = {
    enrolmentId: liaison.id,
    criterionCode: JUDGED,
    checkpoint: "unknown",
    attempt: 1,
    judgement: "notYet",
    comment: "もう一度",
  };
  await db().attestation.create({
    data: { id: newId(), ...again, judgedById: kenichi.id, judgedAt: at, judgedOn: toDbDay("2026-11-10") },
  });
  expect(await rowsOf("judgements")).toEqual([
    expect.stringContaining("まだ |"),
    expect.stringContaining("できる(関与度の記載なし)(以前) |"),
  ]);
  const opinion = {
    id: newId(),
    enrolmentId: liaison.id,
    criterionCode: JUDGED,
    askedById: kenichi.id,
    askedOfId: makoto.id,
  };
  await db().secondOpinion.create({ data: { ...opinion, note: "", askedAt: at } });
  expect((await rowsOf("judgements", "makoto")).join()).not.toMatch(/まだ|できる|もう一度/);
  expect((await rowsOf("judgements", "kenichi")).join()).toContain("もう一度");
  expect((await rowsOf("opinions")).join()).toContain("意見を待っています");
  const given = { givenAt: new Date("2026-11-12T01:00:00Z") };
  await db().opinionJudgement.create({
    data: { opinionId: opinion.id, checkpoint: "unknown", judgement: "met", comment: "" },
  });
  await db().secondOpinion.update({ where: { id: opinion.id }, data: given });
  expect((await rowsOf("opinions")).join()).toMatch(/1項目で判定が分かれた \| .*: まだ \/ できる\(/);
  expect((await rowsOf("judgements", "makoto")).join()).toContain("もう一度");
});

test("a verification that was taken back is told with its reason, and in the PDF too", async () => {
  const { misaki, kenichi } = world.people;
  const { claimIds } = await aRecord(misaki, {
    happenedOn: "2026-09-02",
    claims: [{ enrolment: liaison, criterionCode: MEETING }],
  });
  const { id } = await aVerification(claimIds[0] ?? "", kenichi);
  await db().verification.update({
    where: { id },
    data: { withdrawnAt: at, withdrawnById: kenichi.id, withdrawReason: "別の会合でした" },
  });
  expect((await rowsOf("returns")).join()).toMatch(
    /2026\/09\/02の記録: .*確認の取り消し\n高橋 健一 \| 別の会合でした \| 高橋 健一の2026\/11\/01の確認/,
  );
  const paper = await paperFor("misaki");
  const printed = (await textOfPdf(paper, now)).join("");
  for (const words of wordsOn(paper)) expect(printed, words).toContain(bare(words));
});

test("of a record also when it was logged, for which month, about which incident, and who was there", async () => {
  const { misaki, kenichi } = world.people;
  const wish = {
    happenedOn: "2026-09-02",
    loggedAt: new Date("2026-10-05T01:00:00Z"),
    periodCovered: "2026-08",
    incidentRef: "INC-7",
    judged: 20,
    right: 19,
  };
  await aRecord(misaki, {
    ...wish,
    mentorPresentId: kenichi.id,
    claims: [{ enrolment: liaison, criterionCode: MEETING }],
  });
  const [row = ""] = await rowsOf("records");
  for (const words of [
    "対象 2026年8月",
    "インシデント番号 INC-7",
    "判定 20件、正しかったもの 19件",
    "立ち会い 高橋 健一",
    "記録した日 2026/10/05",
  ])
    expect(row).toContain(words);
  expect((await rowsOf("records", "emi")).join()).not.toMatch(/INC-7|立ち会い/);
});

test("what the organisation added and left out stands there with its reason", async () => {
  const change = { reason: "自社の手順に合わせる", madeById: world.people.makoto.id, madeAt: at };
  await db().localChange.createMany({
    data: [
      { ...change, id: newId(), kind: "exempt", itemCode: "g1.s1.not-there" },
      { ...change, id: newId(), kind: "exempt", itemCode: MEETING },
    ],
  });
  expect(await rowsOf("local")).toEqual([]);
  const { structure } = await db().curriculumEdition.findFirstOrThrow({ where: { id: world.edition.id } });
  const without = JSON.parse(JSON.stringify(structure), (_key, value: unknown) =>
    Array.isArray(value) ? value.filter((each) => (each as { code?: string } | null)?.code !== MEETING) : value,
  );
  const composed = await db().curriculumEdition.create({
    data: { id: newId(), digest: "cd".repeat(32), structure: without, baseId: world.edition.id, loadedAt: at },
  });
  await db().enrolment.update({ where: { id: liaison.id }, data: { editionId: composed.id } });
  expect(await rowsOf("local")).toEqual([
    expect.stringMatching(/STEP1 \| .* \| 対象外 \| 組織全体 \| 自社の手順に合わせる \| 渡辺 誠 2026\/11\/10$/),
  ]);
});

test("with all of that, still six statements", async () => {
  const misaki = await actorOf(world.people.misaki.id);
  await findTrainingRecord(misaki, misaki.id, now);
  expect((await statementsOf(() => findTrainingRecord(misaki, misaki.id, now))).length).toBeLessThanOrEqual(6);
});
