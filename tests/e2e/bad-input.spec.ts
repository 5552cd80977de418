import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { asPersona } from "@/tests/support/as-persona";
import { dayFromToday } from "@/tests/support/calendar";
import { onServerDatabase } from "@/tests/support/login";
import { expectRefused, fillRecord, recordForm, sendRecord } from "@/tests/support/record-form";
import { aTeamAtWork } from "@/tests/support/scene";
import { LANGUAGES, say } from "@/tests/support/words";

const MEETING = "g1.s1.external-meetings";
const newRecord = (enrolmentId: string) => `/my-training/records/new?criterion=${enrolmentId}:${MEETING}`;

const recordsOf = (personId: string) =>
  onServerDatabase(async (client) => {
    const { rows } = await client.query<{ title: string }>(
      `select title from "PracticeRecord" where "personId" = $1 order by "loggedAt"`,
      [personId],
    );
    return rows.map(({ title }) => title);
  });

for (const language of LANGUAGES) {
  const words = say(language);
  const refusal = (code: string, values = {}) => words(`refusals/records.${code}.title`, values);
  const invalid = (count: number) => words("refusals/platform.Invalid.title", { count });

  test(`what cannot be saved is refused in words, the typed text stays and nothing is written, in ${language}`, async ({
    browser,
  }) => {
    const { misaki, enrolmentId } = await aTeamAtWork({ locale: language });
    const other = await aTeamAtWork({ locale: language });
    const { page, expectCalm } = await asPersona(browser, misaki.email, { language });
    await page.goto(newRecord(enrolmentId));
    const title = recordForm(page).getByLabel(words("records.form.name")).first();
    const stays = async (text: string) => await expect(title).toHaveValue(text);

    await fillRecord(page, language, { kind: "meeting", title: "", did: "ISACの定例会" });
    await sendRecord(page, language);
    await expectRefused(page, invalid(1));
    await expect(page.getByText(words("validation.required"))).toBeVisible();
    await expect(recordForm(page).getByLabel(words("records.form.did"))).toHaveValue("ISACの定例会");

    const long = "会".repeat(201);
    await fillRecord(page, language, { title: long });
    await sendRecord(page, language);
    await expect(page.getByText(words("validation.tooLong", { maximum: 200 }))).toBeVisible();
    await stays(long);

    await fillRecord(page, language, { title: "定例会\u0007" });
    await sendRecord(page, language);
    await expect(page.getByText(words("validation.controlCharacters"))).toBeVisible();
    await stays("定例会\u0007");

    await fillRecord(page, language, { title: "定例会", day: dayFromToday(1) });
    await sendRecord(page, language);
    await expectRefused(page, refusal("HappenedInFuture"));
    await stays("定例会");

    await fillRecord(page, language, { day: "2019-04-01" });
    await sendRecord(page, language);
    await expectRefused(page, refusal("DayTooLongAgo"));

    await fillRecord(page, language, { day: dayFromToday() });
    const claim = recordForm(page).locator(`input[value="${enrolmentId}:${MEETING}"]`);
    await claim.evaluate((box, value) => box.setAttribute("value", value), `${other.enrolmentId}:${MEETING}`);
    await sendRecord(page, language);
    await expectRefused(page, refusal("CriterionNotClaimable"));
    await stays("定例会");
    expect(await recordsOf(misaki.id)).toEqual([]);
    expectCalm();
  });

  test(`more than a form may hold is a worded 413, with and without JavaScript, in ${language}`, async ({
    browser,
  }) => {
    const { misaki, enrolmentId } = await aTeamAtWork({ locale: language });
    const bare = await asPersona(browser, misaki.email, { language, javaScriptEnabled: false });
    const origin = process.env.SODATE_ORIGIN ?? "";
    const path = newRecord(enrolmentId);
    const form = { title: "定例会", did: "x".repeat(10_000_000) };
    const refused = await bare.page.request.post(path, { headers: { origin }, form });
    expect(refused.status()).toBe(413);
    for (const part of ["title", "why", "safe"])
      expect(await refused.text()).toContain(words(`barriers.tooLarge.${part}`));

    const tooMuch = "x".repeat(1_100_000);
    const scripted = await asPersona(browser, misaki.email, { language });
    await scripted.page.goto(path);
    await fillRecord(scripted.page, language, { kind: "meeting", title: "定例会", did: tooMuch });
    await sendRecord(scripted.page, language);
    await expectRefused(scripted.page, words("ui.form.tooLargeTitle"));
    const kept = await recordForm(scripted.page).getByLabel(words("records.form.did")).inputValue();
    expect(kept.length).toBe(tooMuch.length);
    expect(await recordsOf(misaki.id)).toEqual([]);
    scripted.expectCalm();
  });

  test(`a page that went stale says what happened meanwhile, in ${language}`, async ({ browser }) => {
    const { misaki, kenichi, enrolmentId } = await aTeamAtWork({ locale: language });
    const trainee = await asPersona(browser, misaki.email, { language });
    await trainee.page.goto(newRecord(enrolmentId));
    await fillRecord(trainee.page, language, { kind: "meeting", title: "定例会" });
    await sendRecord(trainee.page, language);
    await expect.poll(() => recordsOf(misaki.id)).toEqual(["定例会"]);

    const mentor = await asPersona(browser, kenichi.email, { language });
    await mentor.page.goto("/reviews");
    await onServerDatabase((client) =>
      client.query(`update "RecordClaim" set "withdrawnAt" = now() where "enrolmentId" = $1`, [enrolmentId]),
    );
    await mentor.page.getByRole("button", { name: words("reviews.decide.verify"), exact: true }).click();
    await expectRefused(mentor.page, words("refusals/reviews.ClaimTakenBack.title"));
    for (const seat of [trainee, mentor]) seat.expectCalm();
  });
}

/** Answers the addresses and statuses of forty posts of the same form, all at once. */
const postFortyTimes = (page: Page, typed: Record<string, string>) =>
  page.evaluate(async (values) => {
    const html = await (await fetch(location.href)).text();
    const form = new DOMParser().parseFromString(html, "text/html").querySelector("form.logwrap") as HTMLFormElement;
    const body = new FormData(form);
    for (const [name, value] of Object.entries(values)) body.set(name, value);
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => fetch(location.href, { method: "POST", body, redirect: "manual" })),
    );
    return answers.map(({ status, type }) => (type === "opaqueredirect" ? 303 : status));
  }, typed);

test("the same form sent forty times at once is one record, and a double click saves once", async ({ browser }) => {
  const { misaki, enrolmentId } = await aTeamAtWork();
  const { page, expectCalm } = await asPersona(browser, misaki.email);
  await page.goto(newRecord(enrolmentId));
  const statuses = await postFortyTimes(page, { kind: "meeting", title: "四十回の定例会" });
  expect(new Set(statuses)).toEqual(new Set([303]));
  expect(await recordsOf(misaki.id)).toEqual(["四十回の定例会"]);

  await page.goto(newRecord(enrolmentId));
  await fillRecord(page, "ja", { kind: "meeting", title: "二度押しの定例会" });
  await recordForm(page)
    .getByRole("button", { name: say("ja")("records.form.send") })
    .dblclick();
  await expect(page).not.toHaveURL(/records\/new/);
  expect(await recordsOf(misaki.id)).toEqual(["四十回の定例会", "二度押しの定例会"]);
  expectCalm();
});

test("what belongs to somebody else looks like what does not exist", async ({ browser }) => {
  const [mine, theirs] = [await aTeamAtWork(), await aTeamAtWork()];
  const { page } = await asPersona(browser, mine.misaki.email);
  const kenichi = await asPersona(browser, mine.kenichi.email);
  const paths = [`/my-training/${theirs.enrolmentId}/1`, `/my-training/records/${randomUUID()}`];
  for (const [seat, path] of [
    ...paths.map((each) => [page, each] as const),
    [kenichi.page, `/trainees/${theirs.misaki.id}`] as const,
    [kenichi.page, `/trainees/${randomUUID()}`] as const,
    [page, "/people"] as const,
    [page, `/readiness/${theirs.teamId}`] as const,
    [page, "/my-training/not-an-id/1"] as const,
    [page, "/reviews/%00"] as const,
  ]) {
    const answer = await seat.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(seat.getByRole("heading", { level: 1 })).toHaveText(say("ja")("errors.notFound.title"));
  }
});
