import { expect, type Page } from "@playwright/test";
import type { Seat } from "./as-persona";
import { type Language, say } from "./words";

/** How people get through a STEP on the screens, each act as they would do it. */

export type Walker = Seat & { language: Language };
type Words = ReturnType<typeof say>;
const wordsOf = ({ language }: Walker): Words => say(language);

export const openStep = ({ page }: Walker, enrolmentId: string, step: number) =>
  page.goto(`/my-training/${enrolmentId}/${step}`);

/** Topic by topic, until none is left to tick. */
export async function learnTopics(walker: Walker, enrolmentId: string) {
  const { page } = walker;
  await openStep(walker, enrolmentId, 0);
  const tick = page.getByRole("button", { name: wordsOf(walker)("training.step.markDone"), exact: true });
  const ticks = page.locator(".tick-state form button").filter({ hasText: wordsOf(walker)("training.step.markDone") });
  await expect(ticks.or(tick).first()).toBeVisible();
  for (let left = await ticks.count(); left > 0; left -= 1) {
    await ticks.first().click();
    await expect(ticks).toHaveCount(left - 1);
  }
}

type Work = {
  readonly enrolmentId: string;
  readonly step: number;
  /** The first opens the form; the others are ticked in it. */
  readonly codes: readonly [string, ...string[]];
  readonly title: string;
  readonly kind: "analysis" | "reading";
  /** Fields that the criteria ask for, by name; a list takes its label or its place. */
  readonly chosen?: Readonly<Record<string, string | { index: number }>>;
};

export async function logWork(walker: Walker, { enrolmentId, step, codes, title, kind, chosen = {} }: Work) {
  const { page } = walker;
  const words = wordsOf(walker);
  await openStep(walker, enrolmentId, step);
  const article = page.locator(`article[id="${codes[0]}"]`);
  await article
    .getByRole("link", { name: words("training.step.log") })
    .first()
    .click();
  await page.locator('main [name="title"]').fill(title);
  await page.getByRole("radio", { name: words(`records.kinds.${kind}`), exact: true }).check();
  for (const code of codes) await page.locator(`input[name="claims[]"][value$="${code}"]`).check();
  for (const [name, value] of Object.entries(chosen))
    await page
      .locator(`main select[name="${name}"]`)
      .selectOption(typeof value === "string" ? { label: value } : value);
  await page
    .getByRole("button", { name: words("records.form.send"), exact: true })
    .first()
    .click();
  await expect(page.getByText(words("notices/records.recordLogged"))).toBeVisible();
}

/** One record after the other, as claimed. */
export async function verifyAll(walker: Walker, count: number) {
  const { page } = walker;
  const words = wordsOf(walker);
  for (let left = count; left > 0; left -= 1) {
    await page.goto("/reviews?tab=records");
    await page.getByRole("button", { name: words("reviews.decide.verify"), exact: true }).click();
    await expect(page.getByText(words("notices/reviews.claimsVerified"))).toBeVisible();
  }
}

export async function askForJudgement(walker: Walker, place: { enrolmentId: string; step: number; code: string }) {
  const { page } = walker;
  const ask = wordsOf(walker)("training.step.askJudgement");
  await openStep(walker, place.enrolmentId, place.step);
  const article = page.locator(`article[id="${place.code}"]`);
  await article.locator("summary").filter({ hasText: ask }).click();
  await article.getByRole("button", { name: ask }).click();
  await expect(article.getByRole("button", { name: wordsOf(walker)("training.step.withdrawAsk") })).toBeVisible();
}

/** Every checkpoint that is asked for, one judgement after the other. */
export async function judgeAll(walker: Walker, count: number) {
  const { page } = walker;
  const words = wordsOf(walker);
  for (let left = count; left > 0; left -= 1) {
    await page.goto("/reviews?tab=judgements");
    for (const name of [words("reviews.judgement.met"), words("records.form.supervisions.4")])
      for (const choice of await page.getByRole("radio", { name }).all()) await choice.check();
    await page.getByRole("button", { name: words("reviews.judgement.save") }).click();
    await expect(page.getByText(words("notices/reviews.criterionJudged"))).toBeVisible();
  }
}

export async function askForSignOff(walker: Walker, { stepName }: { stepName: string }) {
  const { page } = walker;
  const words = wordsOf(walker);
  await page.goto("/my-training/sign-off");
  const ask = words("training.signOff.ask", { step: stepName });
  await page.locator("summary").filter({ hasText: ask }).first().click();
  await page.getByRole("button", { name: ask, exact: true }).first().click();
  await expect(page.getByRole("button", { name: words("training.signOff.withdraw") })).toBeVisible();
}

type Signing = { readonly back?: { readonly number: number; readonly reason: string } };

/** Opens the request and marks every item; the button is pressed by who knows its name. */
export async function openAndMark(walker: Walker, { back }: Signing = {}) {
  const { page } = walker;
  const words = wordsOf(walker);
  const label = (number: number) => ({ name: words("sign-off.mark.label", { number }), exact: true });
  await page.goto("/reviews?tab=signOffs");
  await page
    .getByRole("link", { name: words("reviews.request.open") })
    .first()
    .click();
  await expect(page.getByRole("group", label(1))).toBeVisible();
  for (let number = 1; (await page.getByRole("group", label(number)).count()) > 0; number += 1) {
    const as = back?.number === number ? "back" : "good";
    const mark = page.getByRole("group", label(number)).getByText(words(`sign-off.mark.${as}`), { exact: true });
    if ((await mark.count()) > 0) await mark.click(); // topics are good unless they go back
  }
  if (back) await page.getByLabel(words("sign-off.reason")).locator("visible=true").fill(back.reason);
}

export async function pressAndSee(page: Page, button: string, notice: string) {
  await page.getByRole("button", { name: button }).first().click();
  await expect(page.getByText(notice)).toBeVisible();
}
