import { type Browser, expect, type Page, test } from "@playwright/test";
import { asPersona } from "@/tests/support/as-persona";
import { dayFromToday } from "@/tests/support/calendar";
import { aPasswordFor, onServerDatabase } from "@/tests/support/login";
import { expectRefused, fillRecord, recordForm, sendRecord } from "@/tests/support/record-form";
import { aTeamAtWork } from "@/tests/support/scene";
import { LANGUAGES, type Language, say } from "@/tests/support/words";

const ALERTS = "g3.s2.alert-judgement";
const DESIGN = "g7.s1.co-design";
const INTENT = "g7.s1.design-intent";
const EXPLAINS = "g3.s2.detection-algorithms";
const PASSWORD = "つくえのうえにりんごが3つ";

const bare = (browser: Browser, email: string, language: Language) =>
  asPersona(browser, email, { language, javaScriptEnabled: false });

/** A trainee of SOC monitoring in STEP2, where alerts are judged. */
const aSocTeam = (locale: Language) => aTeamAtWork({ locale, roleGroupCode: "soc-monitoring", recognised: 1 });

const endSessionsOf = (personId: string) =>
  onServerDatabase((client) => client.query(`delete from "Session" where "personId" = $1`, [personId]));

async function signIn(page: Page, language: Language, email: string) {
  const words = say(language);
  await page.getByLabel(words("identity.signIn.email")).fill(email);
  await page.getByLabel(words("identity.signIn.password")).first().fill(PASSWORD);
  await page.getByRole("button", { name: words("identity.signIn.submit") }).click();
}

for (const language of LANGUAGES) {
  const words = say(language);

  test(`alerts are logged, refused twice with the text kept, verified and judged, in ${language}`, async ({
    browser,
  }) => {
    const { misaki, kenichi, enrolmentId } = await aSocTeam(language);
    const trainee = await bare(browser, misaki.email, language);
    await trainee.page.goto(`/my-training/records/new?criterion=${enrolmentId}:${ALERTS}`);
    const title = recordForm(trainee.page).getByLabel(words("records.form.name")).first();
    await fillRecord(trainee.page, language, {
      kind: "alertJudgement",
      title: "夜間のアラート",
      judged: "3",
      right: "5",
    });
    await sendRecord(trainee.page, language);
    await expectRefused(trainee.page, words("refusals/records.MoreRightThanJudged.title"));
    await expect(title).toHaveValue("夜間のアラート");
    await expect(recordForm(trainee.page).getByLabel(words("records.form.right"))).toHaveValue("5");

    await fillRecord(trainee.page, language, { right: "3", day: dayFromToday(1) });
    await sendRecord(trainee.page, language);
    await expectRefused(trainee.page, words("refusals/records.HappenedInFuture.title"));
    await expect(title).toHaveValue("夜間のアラート");
    await fillRecord(trainee.page, language, { day: dayFromToday() });
    await sendRecord(trainee.page, language);
    await expect(trainee.page.getByText(words("notices/records.recordLogged"))).toBeVisible();

    const mentor = await bare(browser, kenichi.email, language);
    await mentor.page.goto("/reviews");
    await mentor.page.getByRole("button", { name: words("reviews.decide.verify"), exact: true }).click();
    await expect(mentor.page.getByText(words("notices/reviews.claimsVerified"))).toBeVisible();

    await mentor.page.goto(`/reviews/judgements/${enrolmentId}/${EXPLAINS}`);
    const met = mentor.page.getByRole("radio", { name: words("reviews.judgement.met") });
    await met.check();
    await mentor.page.getByRole("button", { name: words("reviews.judgement.save") }).click();
    await expectRefused(mentor.page, words("refusals/reviews.SupervisionMissing.title"));
    const why = words("refusals/reviews.SupervisionMissing.why");
    await expect(mentor.page.locator("fieldset .err").filter({ hasText: why })).toBeVisible();
    await expect(met).toBeChecked();
    await mentor.page.getByRole("radio", { name: words("records.form.supervisions.4") }).check();
    await mentor.page.getByRole("button", { name: words("reviews.judgement.save") }).click();
    await expect(mentor.page.getByText(words("notices/reviews.criterionJudged"))).toBeVisible();
    await trainee.page.goto("/my-training");
    await expect(trainee.page.getByText(words("training.criteria.met", { met: 1, all: 4 }))).toBeVisible();
    for (const seat of [trainee, mentor]) seat.expectCalm();
  });

  test(`a session that ended while somebody typed costs no text where scripts run, in ${language}`, async ({
    browser,
  }) => {
    const { misaki, enrolmentId } = await aSocTeam(language);
    await aPasswordFor(misaki.id, PASSWORD);
    const { page, expectCalm } = await asPersona(browser, misaki.email, { language });
    await page.goto(`/my-training/records/new?criterion=${enrolmentId}:${ALERTS}`);
    await fillRecord(page, language, { kind: "alertJudgement", title: "明け方のアラート", judged: "2", right: "2" });
    await endSessionsOf(misaki.id);
    await sendRecord(page, language);
    await expectRefused(page, words("refusals/platform.SignedOut.title"));
    const title = recordForm(page).getByLabel(words("records.form.name")).first();
    await expect(title).toHaveValue("明け方のアラート");

    const elsewhere = await page.context().newPage();
    await elsewhere.goto("/sign-in");
    await signIn(elsewhere, language, misaki.email);
    await expect(elsewhere).not.toHaveURL(/sign-in/);
    await sendRecord(page, language);
    await expect(page.getByText(words("notices/records.recordLogged"))).toBeVisible();
    expectCalm();
  });

  test(`a session that ended costs no text where no scripts run either, in ${language}`, async ({ browser }) => {
    const { misaki, enrolmentId } = await aSocTeam(language);
    await aPasswordFor(misaki.id, PASSWORD);
    const { page, expectCalm } = await bare(browser, misaki.email, language);
    await page.goto(`/my-training/records/new?criterion=${enrolmentId}:${ALERTS}`);
    const typed = { title: "明け方のアラート", did: "2件を見た。\n1件は誤検知だった。", judged: "2", right: "3" };
    await fillRecord(page, language, { kind: "alertJudgement", ...typed });
    await endSessionsOf(misaki.id);
    await sendRecord(page, language);
    await expectRefused(page, words("refusals/platform.SignedOut.title"));
    const given = (name: keyof typeof typed) => page.getByLabel(words(`ui.returned.fields.${name}`), { exact: true });
    for (const name of ["title", "did", "judged", "right"] as const) await expect(given(name)).toHaveValue(typed[name]);

    const opened = page.context().waitForEvent("page");
    await page.getByRole("link", { name: words("refusals/platform.SignedOut.link.label") }).click();
    const elsewhere = await opened;
    await signIn(elsewhere, language, misaki.email);
    await expect(elsewhere).not.toHaveURL(/sign-in/);
    const again = page.getByRole("button", { name: words("ui.returned.again") });
    await again.click();
    await expectRefused(page, words("refusals/records.MoreRightThanJudged.title"));
    await expect(given("did")).toHaveValue(typed.did);
    await given("right").fill("2");
    await again.click();
    await expect(page.getByText(words("notices/records.recordLogged"))).toBeVisible();
    await page.goto("/my-training/records");
    await page.getByRole("link", { name: typed.title }).click();
    await expect(page.getByText("1件は誤検知だった。")).toBeVisible();
    expectCalm();
  });

  test(`a password is not given back by a session that ended, in ${language}`, async ({ browser }) => {
    const { misaki } = await aSocTeam(language);
    await aPasswordFor(misaki.id, PASSWORD);
    const { page, expectCalm } = await bare(browser, misaki.email, language);
    await page.goto("/profile/password");
    for (const field of await page.locator("main input[type=password]").all()) await field.fill(PASSWORD);
    await endSessionsOf(misaki.id);
    await page.locator("main form button[type=submit]").first().click();
    await expectRefused(page, words("refusals/platform.SignedOut.title"));
    expect(await page.content()).not.toContain(PASSWORD);
    expectCalm();
  });

  test(`a STEP is asked for and signed off, in ${language}`, async ({ browser }) => {
    const group = "development-support";
    const { misaki, kenichi, enrolmentId } = await aTeamAtWork({ locale: language, roleGroupCode: group });
    const trainee = await bare(browser, misaki.email, language);
    const mentor = await bare(browser, kenichi.email, language);
    await trainee.page.goto(`/my-training/records/new?criterion=${enrolmentId}:${DESIGN}`);
    await fillRecord(trainee.page, language, { kind: "analysis", title: "新しいシステムの要件定義書" });
    await recordForm(trainee.page).getByLabel(words("records.form.mentorPresent")).selectOption({ index: 1 });
    for (const part of await trainee.page.locator(`input[name="parts[]"][value*="${DESIGN}"]`).all())
      await part.check();
    await sendRecord(trainee.page, language);
    await expect(trainee.page.getByText(words("notices/records.recordLogged"))).toBeVisible();

    await mentor.page.goto("/reviews");
    await mentor.page.getByRole("button", { name: words("reviews.decide.verify"), exact: true }).click();
    await expect(mentor.page.getByText(words("notices/reviews.claimsVerified"))).toBeVisible();
    await mentor.page.goto(`/reviews/judgements/${enrolmentId}/${INTENT}`);
    await mentor.page.getByRole("radio", { name: words("reviews.judgement.met") }).check();
    await mentor.page.getByRole("radio", { name: words("records.form.supervisions.4") }).check();
    await mentor.page.getByRole("button", { name: words("reviews.judgement.save") }).click();
    await expect(mentor.page.getByText(words("notices/reviews.criterionJudged"))).toBeVisible();

    const step = words("training.step.title", { step: 1 });
    await trainee.page.goto("/my-training/sign-off");
    const ask = words("training.signOff.ask", { step });
    await trainee.page.locator("summary").filter({ hasText: ask }).click();
    await trainee.page.getByLabel(words("training.signOff.note")).fill("1回目の設計が終わりました。");
    await trainee.page.getByRole("button", { name: ask }).click();
    await expect(trainee.page.getByRole("button", { name: words("training.signOff.withdraw") })).toBeVisible();

    await mentor.page.goto("/reviews?tab=signOffs");
    await mentor.page.getByRole("link", { name: words("reviews.request.open") }).click();
    const sign = mentor.page.getByRole("button", { name: words("sign-off.final.sign", { step }) });
    await sign.click();
    await expectRefused(mentor.page, words("refusals/sign-off.NotAllMarkedGood.title", { count: 2 }));
    for (const number of [1, 2]) {
      const mark = words("sign-off.mark.label", { number });
      const good = words("sign-off.mark.good");
      await mentor.page.getByRole("group", { name: mark, exact: true }).getByText(good, { exact: true }).click();
    }
    await sign.click();
    await expect(mentor.page.getByText(words("notices/reviews.stepSignedOff"))).toBeVisible();
    await trainee.page.goto("/my-training");
    await expect(trainee.page.getByText(words("training.criteria.towards.2"))).toBeVisible();
    for (const seat of [trainee, mentor]) seat.expectCalm();
  });
}
