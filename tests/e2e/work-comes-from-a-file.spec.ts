import { expect, type Page, test } from "@playwright/test";
import { asPersona } from "@/tests/support/as-persona";
import { dayFromToday } from "@/tests/support/calendar";
import { aTeamAtWork } from "@/tests/support/scene";
import { openStep, pressAndSee, type Walker } from "@/tests/support/walk";
import { say } from "@/tests/support/words";

/** Alert judgements from a file: mapped once, corrected, imported, verified in one act; the same file again does nothing. */

const JA = say("ja");
const ACCURACY = "g3.s2.alert-judgement";
const HEADER = "アラートID,日付,担当者,一次判定,最終判定";

/** 60 alerts over six days, 57 of them judged as they turned out. */
const LINES = Array.from({ length: 60 }, (_, place) => {
  const last = place % 20 === 0 ? "誤検知" : "検知";
  return `A-${place},${dayFromToday(-1 - (place % 6))},佐藤,検知,${last}`;
});
const WRONG = LINES.with(10, `A-10,きのう,佐藤,検知,検知`).with(20, `A-20,${dayFromToday(-3)},佐藤,たぶん,検知`);

async function addSource({ page }: Walker) {
  await page.goto("/work-import/new?preset=twoColumns");
  await page.locator('main [name="name"]').fill("SOCアラート台帳");
  await pressAndSee(page, JA("work-import.form.save"), JA("notices/work-import.sourceAdded"));
}

async function upload(page: Page, lines: readonly string[]) {
  const buffer = Buffer.from(`\uFEFF${[HEADER, ...lines].join("\r\n")}\r\n`);
  await page.locator('main input[type="file"]').setInputFiles({ name: "alerts.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: JA("work-import.upload.submit") }).click();
}

/** Whose name it is that the file calls 佐藤. */
async function nameAnalyst(page: Page, email: string) {
  await page.getByRole("link", { name: JA("work-import.preview.unknownLink") }).click();
  await page.locator('main [name^="person:"]').fill(email);
  await pressAndSee(page, JA("work-import.analysts.save"), JA("notices/work-import.analystsNamed"));
}

test("alert judgements are imported from a file and fill the accuracy that STEP2 asks for", async ({ browser }) => {
  const wish = { roleGroupCode: "soc-monitoring", recognised: 1 };
  const { misaki, kenichi, makoto, enrolmentId } = await aTeamAtWork(wish);
  const seat = async (email: string): Promise<Walker> => ({ ...(await asPersona(browser, email)), language: "ja" });
  const [trainee, mentor, manager] = [await seat(misaki.email), await seat(kenichi.email), await seat(makoto.email)];
  const { page } = manager;

  await addSource(manager);
  const source = new URL(page.url()).pathname;
  await upload(page, WRONG);
  await nameAnalyst(page, misaki.email);
  await page.goto(source);
  await expect(page.getByText(JA("work-import.preview.bad", { count: 2 }))).toBeVisible();
  await expect(page.getByText(JA("work-import.problems.DayUnreadable", { text: "きのう" }))).toBeVisible();
  await expect(page.getByText(JA("work-import.problems.VerdictUnknown", { text: "たぶん" }))).toBeVisible();

  await upload(page, LINES);
  await expect(page.getByText(JA("work-import.preview.clean"))).toBeVisible();
  await pressAndSee(page, JA("work-import.preview.submit", { count: 60 }), JA("notices/work-import.workImported"));
  const imported = new URL(page.url()).pathname;
  await page.goto(source);
  await upload(page, LINES);
  await expect(page.getByText(JA("work-import.preview.nothing"))).toBeVisible();

  const criterion = trainee.page.locator(`article[id="${ACCURACY}"]`);
  await openStep(trainee, enrolmentId, 2);
  await expect(criterion).not.toContainText("57");
  await mentor.page.goto(imported);
  await mentor.page.getByRole("checkbox", { name: new RegExp(misaki.name) }).check();
  await pressAndSee(mentor.page, JA("work-import.import.verify"), JA("work-import.import.verified", { verified: 6 }));
  await openStep(trainee, enrolmentId, 2);
  await expect(criterion).toContainText("95%");
  await expect(criterion).toContainText("60");
  for (const each of [trainee, mentor, manager]) each.expectCalm();
});
