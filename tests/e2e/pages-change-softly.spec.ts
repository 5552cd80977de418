import { expect, type Page, test } from "@playwright/test";
import { asPersona } from "@/tests/support/as-persona";
import { say } from "@/tests/support/words";

/** One listener follows every link (components/layout/soft-navigation.tsx): what the browser offers besides must stay. */

const JA = say("ja");
const navigation = (page: Page) => page.locator("#navigation");
const records = (page: Page) => navigation(page).getByRole("link", { name: JA("shell.nav.records"), exact: true });

/** Gone with a document that is loaded anew. */
const mark = (page: Page) => page.evaluate(() => document.documentElement.setAttribute("data-stays", ""));
const stays = (page: Page) => expect(page.locator("html[data-stays]")).toHaveCount(1);

test("a link exchanges the page and keeps the document; back and forward work", async ({ browser }) => {
  const { page, expectCalm, leave } = await asPersona(browser, "misaki.sato@minato.example");
  await page.goto("/my-training");
  await page.waitForLoadState("networkidle");
  await mark(page);
  await records(page).click();
  await expect(page).toHaveURL("/my-training/records");
  await expect(records(page)).toHaveAttribute("aria-current", "page");
  await expect(page).toHaveTitle(new RegExp(JA("shell.nav.records")));
  await page.goBack();
  await expect(page).toHaveURL("/my-training");
  await page.goForward();
  await expect(page).toHaveURL("/my-training/records");
  await stays(page);
  expectCalm();
  await leave();
});

test("with Ctrl it opens beside, and the page stays where it is", async ({ browser }) => {
  const { page, expectCalm, leave } = await asPersona(browser, "misaki.sato@minato.example");
  await page.goto("/my-training");
  await page.waitForLoadState("networkidle");
  await mark(page);
  const [beside] = await Promise.all([
    page.context().waitForEvent("page"),
    records(page).click({ modifiers: ["ControlOrMeta"] }),
  ]);
  await expect(beside).toHaveURL("/my-training/records");
  await expect(page).toHaveURL("/my-training");
  await stays(page);
  expectCalm();
  await leave();
});

test("a criterion is reached by its address on the next page, and a file is left to the browser", async ({
  browser,
}) => {
  const { page, expectCalm, leave } = await asPersona(browser, "misaki.sato@minato.example");
  await page.goto("/my-training");
  await page.waitForLoadState("networkidle");
  await mark(page);
  const criterion = page.locator("li.crit p.t a").last();
  const [, fragment = ""] = (await criterion.getAttribute("href"))?.split("#") ?? [];
  await criterion.click();
  await expect(page).toHaveURL(new RegExp(`#${fragment.replaceAll(".", "\\.")}$`));
  await expect(page.locator(`[id="${fragment}"]`)).toBeInViewport();
  await stays(page);

  await page.goto("/profile/held");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("a[download]").first().click()]);
  expect(await download.failure()).toBeNull();
  expect(asked.filter((path) => path === "/api/profile/export")).toEqual([]); // no script asked for it
  expectCalm();
  await leave();
});
