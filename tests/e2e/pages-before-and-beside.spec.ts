import { randomUUID } from "node:crypto";
import { type Browser, expect, test } from "@playwright/test";
import { asPersona } from "@/tests/support/as-persona";
import { aLinkFor, anAccount } from "@/tests/support/login";
import { recordForm, sendRecord } from "@/tests/support/record-form";
import { watch } from "@/tests/support/watch";
import { expectGoodForAll } from "@/tests/support/whole-site";
import { BROWSER_LOCALE, LANGUAGES, type Language } from "@/tests/support/words";

// A trace of so many pages takes as long as the looking itself.
test.use({ trace: "off" });

const LOST = [/the server responded with a status of 404/];

async function aVisitor(browser: Browser, language: Language) {
  const context = await browser.newContext({ locale: BROWSER_LOCALE[language], reducedMotion: "reduce" });
  const page = await context.newPage();
  return { page, leave: () => context.close(), ...watch(page, { expected: LOST }) };
}

for (const language of LANGUAGES) {
  test(`pages before signing in are good in both themes and on a telephone, in ${language}`, async ({ browser }) => {
    const invitee = await anAccount({
      name: "谷口 陸",
      latinName: "Riku Taniguchi",
      email: `riku-${randomUUID()}@example.com`,
      password: "あおいそらとしろいくも",
      locale: language,
    });
    const { page, expectCalm, leave } = await aVisitor(browser, language);
    const paths = ["/sign-in", "/nowhere", "/invitation/spent", await aLinkFor("reset", invitee)];
    for (const path of paths) {
      await page.goto(path);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expectGoodForAll(page, path);
    }
    expectCalm();
    await leave();
  });

  test(`what stands beside a page's usual look is good too, in ${language}`, async ({ browser }) => {
    const { page, expectCalm, leave } = await asPersona(browser, "misaki.sato@minato.example", {
      language,
      reducedMotion: "reduce",
      expected: LOST,
    });
    for (const path of ["/nowhere", "/search?q=CSIRT", "/search?q=zzzz", "/my-training?done=recordLogged"]) {
      await page.goto(path);
      await expectGoodForAll(page, path);
    }
    await page.goto("/my-training/records/new?kind=alertJudgement");
    await recordForm(page).locator("[name=title]").fill("");
    await sendRecord(page, language);
    await expect(page.locator("[role=alert].msg")).toBeVisible();
    await expectGoodForAll(page, "a refused record");
    await page.goto("/my-training");
    await expect(async () => {
      await page.keyboard.press("?"); // heard once scripts run
      await expect(page.getByRole("dialog")).toBeVisible({ timeout: 500 });
    }).toPass();
    await expectGoodForAll(page, "the list of keys");
    expectCalm();
    await leave();
  });
}
