import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { type Download, expect, type Page, test } from "@playwright/test";
import { asPersona } from "@/tests/support/as-persona";
import { onServerDatabase } from "@/tests/support/login";
import { PERSONAS } from "@/tests/support/whole-site";
import { say } from "@/tests/support/words";

const words = say("ja");
const TRAINEE = PERSONAS["the trainee Misaki Sato"];
const MISAKI = "佐藤 美咲";

/** What pressing a button saves. */
async function saved(page: Page, name: string): Promise<Download> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name, exact: true }).click(),
  ]);
  return file;
}

test("the auditor finds an event, verifies the trail, exports it, and takes a proof that holds elsewhere", async ({
  browser,
}) => {
  const { page, expectCalm, leave } = await asPersona(browser, PERSONAS["the auditor Shigeru Ohno"]);
  await page.goto("/audit");
  await page.getByRole("textbox", { name: words("audit.filter.q") }).fill(TRAINEE);
  await page.getByRole("button", { name: words("audit.filter.apply"), exact: true }).click();
  await expect(page.getByRole("table", { name: words("audit.list.caption") })).toContainText(MISAKI);
  const proof = await saved(page, words("audit.proof.take", { name: MISAKI }));

  await page.getByRole("link", { name: words("audit.verification"), exact: true }).click();
  const key = (await page.getByText(/^sodate\/\w+\+/).textContent()) ?? "";
  await page.getByRole("button", { name: words("audit.verify.run"), exact: true }).click();
  await expect(page.getByRole("row", { name: /大野 茂/ }).first()).toContainText(words("audit.verify.holds"));
  const said = execFileSync(process.execPath, ["scripts/verify-proof.mjs", await proof.path(), "--key", key]);
  expect(said.toString()).toMatch(/^✓ \d+ events about /);

  await page.goto("/audit/export");
  const exported = await saved(page, words("audit.exporting.save"));
  const [head, first] = readFileSync(await exported.path(), "utf8").split("\n");
  expect(JSON.parse(head ?? "")).toMatchObject({ type: "checkpoint", publicKey: key });
  expect(JSON.parse(first ?? "")).toMatchObject({ type: "event", seq: 1 });
  expectCalm();
  await leave();
});

test("a manager lets the auditor read one person's texts, and takes that back; the person sees who read", async ({
  browser,
}) => {
  const { id, title } = await onServerDatabase(async (client) => {
    const { rows } = await client.query<{ id: string; title: string }>(
      `select p.id, r.title from "Person" p join "PracticeRecord" r on r."personId" = p.id join "RecordClaim" c on c."recordId" = r.id
        where p.email = $1 and r.tlp <> 'RED' order by r."happenedOn" desc limit 1`,
      [PERSONAS["the trainee Misaki Sato"]],
    );
    return rows[0] ?? { id: "", title: "" };
  });
  const manager = await asPersona(browser, PERSONAS["the manager Yumiko Nakamura"]);
  const auditor = await asPersona(browser, PERSONAS["the auditor Shigeru Ohno"]);
  await auditor.page.goto(`/training-record/${id}`);
  await expect(auditor.page.getByText(title).first()).toBeHidden();

  await manager.page.goto(`/people/${id}`);
  await manager.page.getByText(words("reading.add"), { exact: true }).click();
  const section = manager.page.locator("#reading");
  await section.getByLabel(words("reading.auditor")).selectOption({ label: "大野 茂" });
  await section.getByLabel(words("reading.reason")).fill("年次監査で証跡の内容を確かめるため。");
  await section.getByRole("button", { name: words("reading.submit"), exact: true }).click();
  await expect(section.getByRole("row", { name: /大野 茂/ })).toContainText(words("reading.states.now"));

  await auditor.page.goto("/audit");
  await auditor.page.getByRole("link", { name: MISAKI, exact: true }).first().click();
  await expect(auditor.page.getByText(title).first()).toBeVisible();

  await section.getByRole("button", { name: words("reading.withdraw"), exact: true }).click();
  await expect(section.getByRole("row", { name: /大野 茂/ })).toContainText(words("reading.states.withdrawn"));
  await auditor.page.goto(`/training-record/${id}`);
  await expect(auditor.page.getByText(title).first()).toBeHidden();
  for (const { expectCalm, leave } of [manager, auditor]) {
    expectCalm();
    await leave();
  }
});
