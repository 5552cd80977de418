import { expect, type Page, test } from "@playwright/test";
import {
  aBrowserFor,
  choose,
  fillIn,
  goTo,
  join,
  type Newcomer,
  type Place,
  press,
  setUpLink,
} from "@/tests/support/first-run";
import { expectGoodForAll } from "@/tests/support/whole-site";
import { say } from "@/tests/support/words";

/**
 * docs/operating.md, "A team of four", from an empty installation and through the screens alone: A set Sodate up, B is
 * asked to manage beside A, C is a trainee, D heads the department and reads English.
 */

const TEAM = "CSIRT";
const GROUP = "開発/開発支援";
const CRITERIA = ["g7.s3.sensitive-basic-design", "g7.s3.guideline-amendment", "g7.s3.solution-introduction"] as const;
const JA = say("ja");
const STEP3 = JA("training.step.title", { step: 3 });

const person = (key: string, names: Pick<Newcomer, "name" | "reading" | "latinName">): Newcomer => ({
  ...names,
  email: `${key}@small.example`,
  password: `${key}のつくえにりんごが3つ`,
  language: key === "d" ? "en" : "ja",
});
const A = person("a", { name: "青木 葵", reading: "あおき あおい", latinName: "Aoi Aoki" });
const B = person("b", { name: "馬場 文", reading: "ばば あや", latinName: "Aya Baba" });
const C = person("c", { name: "千葉 千秋", reading: "ちば ちあき", latinName: "Chiaki Chiba" });
const D = person("d", { name: "土井 大地", reading: "どい だいち", latinName: "Daichi Doi" });

async function setUp({ page }: Place) {
  const link = await setUpLink();
  await page.goto(link);
  await expectGoodForAll(page, "the set-up");
  const { name, reading, latinName, email, password } = A;
  await fillIn(page, { organisationJa: "小さな会社", organisationEn: "A small company", teamJa: TEAM, teamEn: TEAM });
  await fillIn(page, { name, reading, latinName, email, password, passwordAgain: password });
  await press(page, JA("identity.setUp.submit"));
  await press(page, JA("purpose.submit"));
  await expect(page.getByText("小さな会社")).toBeVisible();
  return link;
}

/** Adds the person and answers the link that is handed over. */
async function invite(place: Place, { name, reading, latinName, email, language }: Newcomer) {
  const { page } = place;
  await goTo(place, "people");
  await page.getByRole("link", { name: JA("people.add") }).click();
  await fillIn(page, { name, reading, latinName, email });
  await page.getByRole("radio", { name: JA(`people.languages.${language}`) }).check();
  await choose(page, "teamId", TEAM);
  await press(page, JA("people.new.submit"));
  await expect(page.getByText(JA("notices/people.personAdded"))).toBeVisible();
  await press(page, JA("people.access.invite"));
  return page.locator("#issued-link").inputValue();
}

/** On the page of the person who was added last. */
async function makeManager({ page }: Place) {
  await page.getByText(JA("people.capacities.add"), { exact: true }).click();
  await page.getByRole("radio", { name: JA("people.capacities.names.manager") }).check();
  await page.getByLabel(JA("people.capacities.team")).selectOption({ label: TEAM });
  await page.getByLabel(JA("people.capacities.reason")).last().fill("2人目の管理者");
  await press(page, JA("people.capacities.submit"));
  await expect(page.getByText(JA("notices/people.capacityGranted"))).toBeVisible();
}

/** Enrolled in the role group, with what they bring along from before. */
async function enrolAndRecognise(place: Place, { name }: Newcomer) {
  const { page } = place;
  await goTo(place, "enrolments");
  await page
    .getByRole("link", { name: JA("enrolments.add") })
    .first()
    .click();
  await page.getByRole("link", { name: `${JA("enrolments.choose")} ${name}` }).click();
  await choose(page, "roleGroup", GROUP);
  await press(page, JA("enrolments.save"));
  const row = page.getByRole("row").filter({ hasText: name }).filter({ hasText: GROUP });
  await row.getByRole("link", { name: JA("enrolments.recognise") }).click();
  await page.getByRole("radio", { name: JA("recognition.levels.2") }).check();
  await fillIn(page, { reason: "前職で5年の開発支援" });
  await press(page, JA("recognition.save"));
  await expect(page.getByText(JA("notices/manager.stepsRecognised"))).toBeVisible();
}

async function appoint(place: Place, { name }: Newcomer, as: "mentor" | "countersigner") {
  const { page } = place;
  await goTo(place, "appointments");
  await page
    .getByRole("link", { name: JA("appointments.add") })
    .first()
    .click();
  await page.getByRole("link", { name: `${JA("appointments.choose")} ${name}` }).click();
  const form = page.locator("main form").nth(as === "mentor" ? 0 : 1);
  if (as === "mentor") await form.locator("[name=roleGroupCode]").selectOption({ label: GROUP });
  await form.locator("[name=reason]").fill("この役割グループをよく知る");
  await form.getByRole("button", { name: JA("appointments.save") }).click();
  await expect(page.getByText(JA("notices/manager.appointed"))).toBeVisible();
}

const openStep3 = async (place: Place) => {
  await goTo(place, "myTraining");
  await place.page.getByRole("link", { name: JA("training.criteria.whole", { step: STEP3 }) }).click();
};

/** One record that counts for all three criteria, with every part that they ask for. */
async function logOnce(place: Place, title: string) {
  const { page } = place;
  await openStep3(place);
  await page
    .locator(`article[id="${CRITERIA[0]}"]`)
    .getByRole("link", { name: JA("training.step.log") })
    .click();
  await fillIn(page, { title });
  await page.getByRole("radio", { name: JA("records.kinds.analysis"), exact: true }).check();
  await page.getByText(JA("records.form.others"), { exact: true }).click();
  for (const code of CRITERIA) await page.locator(`input[name="claims[]"][value$="${code}"]`).check();
  for (const part of await page.locator('input[name="parts[]"]:visible').all()) await part.check();
  await page
    .getByRole("button", { name: JA("records.form.send"), exact: true })
    .first()
    .click();
  await expect(page.getByText(JA("notices/records.recordLogged"))).toBeVisible();
}

async function verify(place: Place) {
  const { page } = place;
  await goTo(place, "reviews");
  await page.getByRole("button", { name: JA("reviews.decide.verify"), exact: true }).click();
  await expect(page.getByText(JA("notices/reviews.claimsVerified"))).toBeVisible();
}

async function askForJudgements(place: Place) {
  await openStep3(place);
  for (const code of CRITERIA) {
    const article = place.page.locator(`article[id="${code}"]`);
    await article
      .locator("summary")
      .filter({ hasText: JA("training.step.askJudgement") })
      .click();
    await article.getByRole("button", { name: JA("training.step.askJudgement") }).click();
    await expect(article.getByRole("button", { name: JA("training.step.withdrawAsk") })).toBeVisible();
  }
}

const pathOf = (page: Page) => new URL(page.url()).pathname;

/** The queue leads from one to the next. */
async function judgeAll(place: Place) {
  const { page } = place;
  await goTo(place, "reviews");
  for (const _ of CRITERIA) {
    await page.getByRole("radio", { name: JA("reviews.judgement.met") }).check();
    await page.getByRole("radio", { name: JA("records.form.supervisions.4") }).check();
    const here = pathOf(page);
    await press(page, JA("reviews.judgement.save"));
    await expect.poll(() => pathOf(page)).not.toBe(here);
  }
  await expect(page.getByRole("heading", { name: JA("reviews.empty.title") })).toBeVisible();
}

async function askForSignOff(place: Place) {
  const { page } = place;
  await goTo(place, "signOff");
  const ask = JA("training.signOff.ask", { step: STEP3 });
  await page.locator("summary").filter({ hasText: ask }).click();
  await press(page, ask);
  await expect(page.getByRole("button", { name: JA("training.signOff.withdraw") })).toBeVisible();
}

/** Signs as the first of two, who then waits for the second. */
async function sign(place: Place) {
  const { page } = place;
  await goTo(place, "reviews");
  await page.getByRole("link", { name: JA("reviews.request.open") }).click();
  for (const number of [1, 2, 3]) {
    const mark = page.getByRole("group", { name: JA("sign-off.mark.label", { number }), exact: true });
    await mark.getByText(JA("sign-off.mark.good"), { exact: true }).click();
  }
  await press(page, JA("sign-off.final.signTwo", { step: STEP3 }));
  await expect(page.getByText(JA("notices/reviews.stepAwaitsCountersignature"))).toBeVisible();
  await expect(page.getByText(JA("sign-off.final.awaits"))).toBeVisible();
  await expect(page.getByRole("button", { name: JA("sign-off.final.countersign", { step: STEP3 }) })).toHaveCount(0);
}

async function countersign(place: Place) {
  const { page, words } = place;
  await goTo(place, "reviews");
  await page.getByRole("link", { name: words("reviews.request.open") }).click();
  await press(page, words("sign-off.final.countersign", { step: words("training.step.title", { step: 3 }) }));
  await expect(page.getByText(words("notices/reviews.stepSignedOff"))).toBeVisible();
}

/** Whoever was given something meanwhile sees it when they open the product again. */
const comeBack = ({ page }: Place) => page.goto("/");

test("from a one-time link, four people get to two countersigned STEP3", async ({ browser }) => {
  test.setTimeout(120_000);
  const [a, b, c, d] = [
    await aBrowserFor(browser, A),
    await aBrowserFor(browser, B),
    await aBrowserFor(browser, C),
    await aBrowserFor(browser, D),
  ];
  const link = await setUp(a);
  await d.page.goto(link);
  await expect(d.page.getByRole("heading", { level: 1 })).toHaveText(d.words("identity.spent.title"));

  await join(b, await invite(a, B), B);
  await makeManager(a);
  await join(c, await invite(a, C), C);
  await join(d, await invite(a, D), D);

  await comeBack(b);
  await enrolAndRecognise(b, A);
  await appoint(b, A, "mentor");
  await goTo(a, "enrolments");
  await expect(a.page.getByText(JA("enrolments.empty"), { exact: true })).toBeVisible();
  await enrolAndRecognise(a, C);
  await comeBack(c);
  await logOnce(c, "決済システムの基本設計書とガイドラインの修正");
  await verify(a);
  await askForJudgements(c);
  await judgeAll(a);
  await askForSignOff(c);
  await sign(a);
  await countersign(b);
  await goTo(c, "myTraining");
  await expect(c.page.getByText(JA("training.criteria.finished"))).toBeVisible();

  await comeBack(a);
  await logOnce(a, "会員システムの基本設計書と対策の導入");
  await goTo(b, "reviews");
  await expect(b.page.getByText(JA("reviews.outcome.reviewer"))).toBeVisible();
  await verify(b);
  await askForJudgements(a);
  await judgeAll(b);
  await askForSignOff(a);
  await sign(b);
  await appoint(b, D, "countersigner");
  await comeBack(d);
  await countersign(d);
  await expect(d.page.getByText(d.words("sign-off.request.byReviewer"))).toBeVisible();
  await goTo(a, "myTraining");
  await expect(a.page.getByText(JA("training.criteria.finished"))).toBeVisible();
  await goTo(b, "readiness");
  const level = JA("readiness.level.independent");
  await expect(
    b.page.getByRole("link", { name: JA("readiness.cell", { group: GROUP, level, count: 2 }) }),
  ).toBeVisible();
  for (const place of [a, b, c, d]) place.expectCalm();
});
