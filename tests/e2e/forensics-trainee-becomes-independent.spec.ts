import { writeFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { extractText } from "unpdf";
import { asPersona } from "@/tests/support/as-persona";
import { aTeamAtWork } from "@/tests/support/scene";
import {
  askForJudgement,
  askForSignOff,
  judgeAll,
  learnTopics,
  logWork,
  openAndMark,
  pressAndSee,
  verifyAll,
  type Walker,
} from "@/tests/support/walk";
import { say } from "@/tests/support/words";

/** From basic education through STEP3 in フォレンジック, by the screens alone, with what an organisation's years bring along. */

const JA = say("ja");
const stepName = (step: number) => JA("training.step.title", { step });
const MENTOR = "高橋 健一";
const REASON = "保全の手順書と記録の時刻が合いません。どちらが正しいか教えてください。";
const ANSWER = "記録の時刻が正しく、手順書を直しました。";

async function setPolicy({ page }: Walker, code: string, value: string) {
  await page.goto(`/policy/${code}`);
  await page.locator('main [name="value"]').fill(value);
  await page.locator('main [name="reason"]').fill("年間の件数が少ないため");
  await page.getByRole("button", { name: JA("policy.save") }).click();
  await expect(page.getByText(JA("notices/policy.policySet"))).toBeVisible();
}

async function importFile({ page }: Walker, kind: string, lines: readonly string[]) {
  await page.goto(`/people/import/${kind}`);
  const buffer = Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n`);
  await page.locator('main input[type="file"]').setInputFiles({ name: `${kind}.csv`, mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: JA("import.upload.submit") }).click();
  await page.getByRole("button", { name: JA("import.preview.submit", { count: 1 }) }).click();
  await expect(page.getByText(JA("notices/people.imported"), { exact: true })).toBeVisible();
}

/** Asked for, marked and signed: STEP 0 to 2 need one signature. */
async function signOff(trainee: Walker, mentor: Walker, step: string) {
  await askForSignOff(trainee, { stepName: step });
  await openAndMark(mentor);
  await pressAndSee(mentor.page, JA("sign-off.final.sign", { step }), JA("notices/reviews.stepSignedOff"));
}

/** Back with a reason, answered, and the answer accepted. */
async function sendBackAndAnswer(trainee: Walker, mentor: Walker, step: string) {
  await askForSignOff(trainee, { stepName: step });
  await openAndMark(mentor, { back: { number: 2, reason: REASON } });
  const back = JA("sign-off.final.back", { count: 1 });
  await pressAndSee(mentor.page, back, JA("notices/reviews.requestSentBack"));
  await trainee.page.goto("/my-training");
  await trainee.page.locator("ol.next > li").filter({ hasText: REASON }).getByRole("link").click();
  const thread = trainee.page.locator(".thread").filter({ hasText: REASON });
  await thread.getByText(JA("training.step.answer"), { exact: true }).click();
  await thread.getByLabel(JA("training.step.yourAnswer")).fill(ANSWER);
  await thread.getByRole("button", { name: JA("training.step.sendAnswer") }).click();
  await expect(trainee.page.getByText(ANSWER)).toBeVisible();
  await mentor.page.goto("/reviews?tab=judgements");
  await pressAndSee(mentor.page, JA("reviews.answer.accept"), JA("notices/reviews.answerAccepted"));
}

const READING = (count: number) => Array.from({ length: count }, (_, at) => at);

/** Every item of the list read, one pair duty with the mentor, every checkpoint judged. */
async function earn(trainee: Walker, mentor: Walker, place: { enrolmentId: string; step: number; judged: string[] }) {
  const { enrolmentId, step, judged } = place;
  for (const at of READING(4))
    await logWork(trainee, {
      ...{ enrolmentId, step, title: `教材${at + 1}の読了`, kind: "reading", codes: [`g5.s${step}.reading`] },
      chosen: { readingItem: { index: at + 1 } },
    });
  await logWork(trainee, {
    ...{ enrolmentId, step, title: `端末${step}台目の保全と抽出`, kind: "analysis", codes: [`g5.s${step}.pair-duty`] },
    chosen: { mentorPresentId: MENTOR },
  });
  await verifyAll(mentor, 5);
  for (const code of judged) await askForJudgement(trainee, { enrolmentId, step, code });
  await judgeAll(mentor, judged.length);
}

type Place = { readonly enrolmentId: string; readonly personId: string; readonly teamId: string };

/** The mentor's signature, then the manager's. */
async function signOffByTwo(trainee: Walker, mentor: Walker, manager: Walker) {
  const step = stepName(3);
  await askForSignOff(trainee, { stepName: step });
  await openAndMark(mentor);
  const awaits = JA("notices/reviews.stepAwaitsCountersignature");
  await pressAndSee(mentor.page, JA("sign-off.final.signTwo", { step }), awaits);
  await manager.page.goto("/reviews?tab=signOffs");
  await manager.page.getByRole("link", { name: JA("reviews.request.open") }).click();
  await pressAndSee(manager.page, JA("sign-off.final.countersign", { step }), JA("notices/reviews.stepSignedOff"));
  await trainee.page.goto("/my-training");
  await expect(trainee.page.getByText(JA("training.criteria.finished"))).toBeVisible();
}

const bare = (text: string) => text.replace(/\s+/g, "");
const REVOKED = "証跡の1件が別の人の作業でした。";
const REINSTATED = "作業の記録で本人の作業と確かめました。";

/** STEP2 falls, and STEP3 with it; both count again. */
async function revokeAndReinstate({ page }: Walker, { enrolmentId, personId, teamId }: Place) {
  const level = JA("readiness.level.independent");
  const two = JA("readiness.cell", { group: "フォレンジック", level, count: 2 });
  const expectIndependent = async (isThere: boolean) => {
    await page.goto(`/readiness/${teamId}`);
    await expect(page.getByRole("link", { name: two })).toHaveCount(isThere ? 1 : 0);
  };
  await expectIndependent(true);
  const step = stepName(2);
  await page.goto(`/trainees/${personId}/${enrolmentId}/2`);
  await page.getByRole("link", { name: JA("revocation.open") }).click();
  await expect(page.getByText(JA("revocation.suspendedText", { steps: stepName(3) }))).toBeVisible();
  await page.locator('main [name="reason"]').fill(REVOKED);
  await pressAndSee(page, JA("revocation.revoke", { step }), JA("notices/standing.stepRevoked"));
  await expectIndependent(false);

  await page.goto(`/trainees/${personId}/${enrolmentId}/2`);
  await page.getByRole("link", { name: JA("revocation.lift") }).click();
  await page.locator('main [name="reason"]').fill(REINSTATED);
  await pressAndSee(page, JA("revocation.reinstate", { step }), JA("notices/standing.stepReinstated"));
  await expectIndependent(true);
}

/** 育成台帳 as a PDF. */
async function readPaper({ page }: Walker, { personId }: Place) {
  const answer = await page.request.get(`/training-record/${personId}/pdf`);
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  const paper = await answer.body();
  if (process.env.SODATE_KEEP_PAPER) await writeFile(process.env.SODATE_KEEP_PAPER, paper);
  const { text } = await extractText(new Uint8Array(paper), { mergePages: true });
  return bare(text);
}

test("policy, recognition, a send-back, two signatures, a revocation and a reinstatement", async ({ browser }) => {
  test.setTimeout(300_000);
  const team = await aTeamAtWork({ roleGroupCode: "forensics", recognised: null });
  const seat = async (email: string): Promise<Walker> => ({ ...(await asPersona(browser, email)), language: "ja" });
  const [misaki, kenichi, makoto] = [
    await seat(team.misaki.email),
    await seat(team.kenichi.email),
    await seat(team.makoto.email),
  ];
  const { basicId, enrolmentId } = team;
  const { email } = team.kenichi;
  const teamCode = /-(.+)@/.exec(email)?.[1] ?? "";

  for (const step of [1, 2, 3]) await setPolicy(makoto, `g5.s${step}.pairDuty.n`, "1");
  await importFile(makoto, "enrolments", [
    "メールアドレス,役割グループ,チームコード,育成開始日",
    `${email},フォレンジック,${teamCode},2026/04/01`,
  ]);
  await importFile(makoto, "recognitions", [
    "メールアドレス,役割グループ,STEP,認定日,理由",
    `${email},フォレンジック,3,2026/04/01,前職で10年のフォレンジック`,
  ]);

  await learnTopics(misaki, basicId);
  await signOff(misaki, kenichi, JA("training.step.titleBasic"));
  await learnTopics(misaki, enrolmentId);
  await signOff(misaki, kenichi, JA("training.step.titleCommon"));

  const explained = ["g5.s1.explain-work-and-tools", "g5.s1.preservation", "g5.s1.restore-and-extract"];
  await earn(misaki, kenichi, { enrolmentId, step: 1, judged: explained });
  await sendBackAndAnswer(misaki, kenichi, stepName(1));
  await signOff(misaki, kenichi, stepName(1));

  const analysed = ["g5.s2.analysis", "g5.s2.frequent-incidents-alone"];
  await earn(misaki, kenichi, { enrolmentId, step: 2, judged: analysed });
  await signOff(misaki, kenichi, stepName(2));

  await logWork(misaki, {
    ...{ enrolmentId, step: 3, title: "社内不正調査の報告まで", kind: "analysis" },
    codes: ["g5.s3.pair-duty", "g5.s3.analysis-technique"],
    chosen: { mentorPresentId: MENTOR, technique: { index: 1 } },
  });
  await verifyAll(kenichi, 1);
  const alone = ["g5.s3.frequent-incidents-alone", "g5.s3.guide-apprentices"];
  for (const code of alone) await askForJudgement(misaki, { enrolmentId, step: 3, code });
  await judgeAll(kenichi, alone.length);
  await signOffByTwo(misaki, kenichi, makoto);

  const place = { enrolmentId, personId: team.misaki.id, teamId: team.teamId };
  await revokeAndReinstate(makoto, place);
  const told = await readPaper(misaki, place);
  for (const part of ["佐藤 美咲", MENTOR, "渡辺 誠", REVOKED, REINSTATED]) expect(told).toContain(bare(part));
  for (const walker of [misaki, kenichi, makoto]) walker.expectCalm();
});
