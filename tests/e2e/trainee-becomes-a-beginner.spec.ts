import { expect, type Page, test } from "@playwright/test";
import { asPersona } from "@/tests/support/as-persona";
import { monthBack } from "@/tests/support/calendar";
import { aTeamAtWork } from "@/tests/support/scene";
import { openAndMark, pressAndSee, type Walker } from "@/tests/support/walk";
import { LANGUAGES, type Language, say } from "@/tests/support/words";

/** What the curriculum calls them, and what each person writes in their language. */
const TEXTS = {
  ja: {
    group: "連絡・全体統括",
    report: { title: "平常時の月次報告", text: (month: string) => `${month}の状況を定例会で報告した` },
    incident: { title: "インシデント対応報告", text: (nth: string) => `標的型メール${nth}件目の対応を報告した` },
    meeting: { title: "社外関係者との会合", text: (nth: string) => `業界の情報共有会 第${nth}回に参加した` },
    note: "1年分がそろいました。",
    reason: "2件目の影響範囲が報告書から読み取れません。どの部門までか教えてください。",
    answer: "営業部の3台までです。報告書の別紙に一覧があります。",
  },
  en: {
    group: "Liaison and overall coordination",
    report: { title: "Monthly report in normal times", text: (month: string) => `Reported the state of ${month}` },
    incident: { title: "Incident response reports", text: (nth: string) => `Reported on phishing case ${nth}` },
    meeting: { title: "Meetings with outside parties", text: (nth: string) => `Attended sharing meeting ${nth}` },
    note: "A whole year is in.",
    reason: "The report on case 2 does not say how far it reached. Which departments?",
    answer: "Three machines in sales. The list is in the annex.",
  },
} as const;
type Texts = (typeof TEXTS)[Language];
type Kind = "report" | "incident" | "meeting";

/** 今日の実績: a text, its criterion, and the month that a report is for. */
async function logQuickly(page: Page, language: Language, kind: Kind, text: string, month?: string) {
  const words = say(language);
  const form = page.locator("section.quick");
  await expect(form.getByLabel(words("training.quick.text"))).toHaveValue("");
  await form.getByLabel(words("training.quick.text")).fill(text);
  for (const each of ["report", "incident", "meeting"] as const) {
    const chip = form.getByRole("checkbox", { name: TEXTS[language][each].title });
    if ((await chip.count()) > 0) await chip.setChecked(each === kind);
  }
  if (month !== undefined) await form.getByLabel(words("training.quick.period")).fill(month);
  await form.getByRole("button", { name: words("training.quick.send") }).click();
  await expect(page.getByRole("status").filter({ hasText: words("notices/records.recordLogged") })).toBeVisible();
  await page.goto("/my-training");
}

/** まとめて確認: everything that needs no look, at once. */
async function verifyTogether(page: Page, language: Language, count: number) {
  const words = say(language);
  await page.goto("/reviews");
  await page.getByRole("button", { name: words("reviews.batch.all") }).click();
  await page.getByRole("button", { name: words("reviews.batch.verify", { count }) }).click();
  await expect(page.getByRole("heading", { name: words("reviews.empty.title") })).toBeVisible();
}

const criterion = (page: Page, title: string) => page.locator("li.crit").filter({ hasText: title });

/** The criteria turn met one by one, as the mentor verifies. */
async function earnStep1(trainee: Page, mentor: Page, language: Language, texts: Texts) {
  const words = say(language);
  const months = Array.from({ length: 12 }, (_, back) => monthBack(back + 1));
  const standing = async (met: number) => {
    await trainee.goto("/my-training");
    await expect(trainee.getByText(words("training.criteria.met", { met, all: 3 }))).toBeVisible();
  };
  await trainee.goto("/my-training");
  for (const month of months.slice(0, 7))
    await logQuickly(trainee, language, "report", texts.report.text(month), month);
  await verifyTogether(mentor, language, 7);
  await standing(0);
  const need = words("progress.need.months", { need: 12 });
  await expect(criterion(trainee, texts.report.title)).toContainText(`7 ${need}`);
  for (const month of months.slice(7)) await logQuickly(trainee, language, "report", texts.report.text(month), month);
  await verifyTogether(mentor, language, 5);
  await standing(1);
  await expect(criterion(trainee, texts.report.title)).toHaveCount(0);
  for (const nth of ["1", "2", "3"]) await logQuickly(trainee, language, "incident", texts.incident.text(nth));
  await verifyTogether(mentor, language, 3);
  await standing(2);
  for (const nth of ["1", "2", "3", "4"]) await logQuickly(trainee, language, "meeting", texts.meeting.text(nth));
  await verifyTogether(mentor, language, 4);
  await standing(3);
}

async function askForSignOff(page: Page, language: Language, texts: Texts) {
  const words = say(language);
  const step = words("training.step.title", { step: 1 });
  const place = words("training.next.place", { group: texts.group, step: 1 });
  await page.goto("/my-training");
  const next = page.locator("ol.next > li").filter({ hasText: words("training.next.askTitle", { place }) });
  await next.getByRole("link").click();
  await page.getByLabel(words("training.signOff.note")).fill(texts.note);
  await page.getByRole("button", { name: words("training.signOff.ask", { step }) }).click();
  await expect(page.getByText(words("notices/training.signOffRequested"))).toBeVisible();
}

async function sendBack(mentor: Walker, texts: Texts) {
  const words = say(mentor.language);
  await openAndMark(mentor, { back: { number: 2, reason: texts.reason } });
  await pressAndSee(mentor.page, words("sign-off.final.back", { count: 1 }), words("notices/reviews.requestSentBack"));
}

/** 次にすること names what was sent back, with the reason; an explanation is enough. */
async function answer(page: Page, language: Language, texts: Texts) {
  const words = say(language);
  await page.goto("/my-training");
  const next = page.locator("ol.next > li").filter({ hasText: texts.reason });
  await next.getByRole("link").click();
  const thread = page.locator(".thread").filter({ hasText: texts.reason });
  await thread.getByText(words("training.step.answer"), { exact: true }).click();
  await thread.getByLabel(words("training.step.yourAnswer")).fill(texts.answer);
  await thread.getByRole("button", { name: words("training.step.sendAnswer") }).click();
  await expect(page.getByText(texts.answer)).toBeVisible();
}

async function acceptAnswer({ page, language }: Walker, texts: Texts) {
  const words = say(language);
  await page.goto("/reviews?tab=judgements");
  await expect(page.getByText(texts.answer)).toBeVisible();
  await pressAndSee(page, words("reviews.answer.accept"), words("notices/reviews.answerAccepted"));
}

async function signOff(mentor: Walker) {
  const words = say(mentor.language);
  await openAndMark(mentor);
  const step = words("training.step.title", { step: 1 });
  await pressAndSee(mentor.page, words("sign-off.final.sign", { step }), words("notices/reviews.stepSignedOff"));
}

for (const language of LANGUAGES) {
  test(`a year of work is verified, asked for, sent back once and signed off, in ${language}`, async ({ browser }) => {
    test.setTimeout(240_000);
    const words = say(language);
    const texts = TEXTS[language];
    const team = await aTeamAtWork({ locale: language });
    const misaki = await asPersona(browser, team.misaki.email, { language });
    const kenichi = { ...(await asPersona(browser, team.kenichi.email, { language })), language };
    const makoto = await asPersona(browser, team.makoto.email, { language });
    const beginners = (count: number) => {
      const level = words("readiness.level.beginner");
      return words("readiness.cell", { group: texts.group, level, count });
    };
    await makoto.page.goto(`/readiness/${team.teamId}`);
    await expect(makoto.page.getByText(beginners(0), { exact: true })).toBeAttached();

    await earnStep1(misaki.page, kenichi.page, language, texts);
    await askForSignOff(misaki.page, language, texts);
    await sendBack(kenichi, texts);
    await answer(misaki.page, language, texts);
    await acceptAnswer(kenichi, texts);
    await askForSignOff(misaki.page, language, texts);
    await signOff(kenichi);

    await misaki.page.goto("/my-training");
    await expect(misaki.page.getByText(words("training.criteria.towards.2"))).toBeVisible();
    await makoto.page.goto(`/readiness/${team.teamId}`);
    await expect(makoto.page.getByRole("link", { name: beginners(1) })).toBeVisible();
    for (const seat of [misaki, kenichi, makoto]) seat.expectCalm();
  });
}
