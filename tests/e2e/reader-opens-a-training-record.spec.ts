import { expect, type Page, test } from "@playwright/test";
import { shortCodeOf } from "@/lib/domain/short-code";
import { asPersona } from "@/tests/support/as-persona";
import { onServerDatabase } from "@/tests/support/login";
import { PERSONAS } from "@/tests/support/whole-site";
import { LANGUAGES, say } from "@/tests/support/words";

const TRAINEE = PERSONAS["the trainee Misaki Sato"];
const REPORT = "g1.s1.monthly-report";

const idOf = (email: string) =>
  onServerDatabase(async (client) => {
    const { rows } = await client.query<{ id: string }>(`select id from "Person" where email = $1`, [email]);
    return rows[0]?.id ?? "";
  });
const statusOf = async (page: Page, path: string) => (await page.request.get(path)).status();

test("the page and the file are for the trainee, managers and auditors, for nobody else, and opening them is seen", async ({
  browser,
  request,
}) => {
  const path = `/training-record/${await idOf(TRAINEE)}`;
  const answers = {
    [TRAINEE]: 200,
    [PERSONAS["the manager Yumiko Nakamura"]]: 200,
    [PERSONAS["the auditor Shigeru Ohno"]]: 200,
    [PERSONAS["the administrator Kaoru Nishimura"]]: 404,
    [PERSONAS["the contractor Emily Carter"]]: 404,
  };
  for (const [email, status] of Object.entries(answers)) {
    const { page, leave } = await asPersona(browser, email);
    expect([await statusOf(page, path), await statusOf(page, `${path}/pdf`)], email).toEqual([status, status]);
    await leave();
  }
  expect((await request.get(`${path}/pdf`)).status()).toBe(401);
  const { page, leave } = await asPersona(browser, TRAINEE);
  await page.goto("/profile/visits");
  for (const name of ["中村 由美子", "大野 茂"])
    await expect(
      page.getByRole("row", { name: new RegExp(`${name}.*${say("ja")("training-record.title")}`) }),
    ).toBeVisible();
  await leave();
});

test("who has not read the purpose of use is asked before a file is given, and comes to the page that offers it", async ({
  browser,
  baseURL,
}) => {
  const { page, expectCalm, leave } = await asPersona(browser, "haruka.kimura@minato.example");
  const { id, enrolmentId } = await onServerDatabase(async (client) => {
    const { rows } = await client.query<{ id: string; enrolmentId: string }>(
      `select p.id, e.id as "enrolmentId" from "Person" p join "Enrolment" e on e."personId" = p.id
        where p.email = 'haruka.kimura@minato.example' order by e."roleGroupCode" nulls last limit 1`,
    );
    await client.query(`delete from "PurposeAcknowledgement" where "personId" = $1`, [rows[0]?.id]);
    return rows[0] ?? { id: "", enrolmentId: "" };
  });
  const pages = [`/training-record/${id}`, `/task-books/${id}/${enrolmentId}/1`];
  const files = [
    ...pages.map((path) => ["GET", `${path}/pdf`, path]),
    ["GET", "/api/profile/export", "/profile/held"],
    ["GET", "/api/audit/checkpoints", "/audit"],
    ["GET", "/people/import/people/template", "/people/import/people"],
    ["POST", "/api/audit/export", "/audit/export"],
    ["POST", "/api/audit/proof", "/"],
  ] as const;
  for (const [method, file, offeredBy] of files) {
    const asked = await page.request.fetch(file, { method, headers: { origin: baseURL ?? "" }, maxRedirects: 0 });
    expect([file, asked.status(), asked.headers().location]).toEqual([
      file,
      303,
      `/purpose?next=${encodeURIComponent(offeredBy)}`,
    ]);
  }
  await page.goto(`${pages[0]}/pdf`);
  await page.getByRole("button", { name: say("ja")("purpose.submit"), exact: true }).click();
  await page.waitForURL(`**${pages[0]}`);
  await expect(page.getByRole("link", { name: say("ja")("training-record.pdf") })).toBeVisible();
  for (const path of pages)
    expect((await page.request.get(`${path}/pdf`)).headers()["content-type"]).toBe("application/pdf");
  expectCalm();
  await leave();
});

for (const language of LANGUAGES) {
  test(`from one's own training to the record, its file and a task book, whose code leads to the criterion (${language})`, async ({
    browser,
  }) => {
    const words = say(language);
    const { page, expectCalm, leave } = await asPersona(browser, TRAINEE, { language });
    await page.goto("/my-training");
    await page.getByRole("link", { name: words("training.head.record"), exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(words("training-record.title"));
    await expect(page.getByRole("heading", { name: words("training-record.proof.title") })).toBeVisible();
    const file = page.getByRole("link", { name: words("training-record.pdf") });
    const answer = await page.request.get((await file.getAttribute("href")) ?? "");
    expect(answer.headers()["content-type"]).toBe("application/pdf");
    expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");

    await page.locator(".book-links a", { hasText: "STEP1" }).click();
    await expect(page.getByRole("cell", { name: shortCodeOf(REPORT), exact: true })).toBeVisible();
    await page.goto("/my-training/records/new");
    await page.getByText(words("task-book.code.summary")).click();
    await page
      .getByRole("textbox", { name: words("task-book.code.label"), exact: true })
      .fill(shortCodeOf(REPORT).toLowerCase());
    await page.getByRole("button", { name: words("task-book.code.choose"), exact: true }).click();
    await expect(page.locator(`input[name="claims[]"][value$=":${REPORT}"]`)).toBeChecked();
    await page.goto("/my-training/records/new?code=ZZZZ");
    await expect(page.getByText(words("task-book.code.unknown", { code: "ZZZZ" }))).toBeVisible();
    expectCalm();
    await leave();
  });
}
