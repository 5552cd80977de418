import { type Browser, expect, type Page } from "@playwright/test";
import { execute } from "../../scripts/lib/run-script.mjs";
import { watch } from "./watch";
import { BROWSER_LOCALE, type Language, say } from "./words";

/** An installation before its first run: nobody is in it, and everything comes through the screens. */

export type Newcomer = {
  name: string;
  reading: string;
  latinName: string;
  email: string;
  password: string;
  language: Language;
};
export type Place = { page: Page; words: ReturnType<typeof say>; language: Language; expectCalm: () => void };

/** A browser of their own, at the empty installation and signed in as nobody. */
export async function aBrowserFor(browser: Browser, { language }: Newcomer): Promise<Place> {
  const { SODATE_EMPTY_ORIGIN: baseURL = "" } = process.env;
  const context = await browser.newContext({ baseURL, locale: BROWSER_LOCALE[language] });
  const page = await context.newPage();
  return { page, language, words: say(language), expectCalm: watch(page).expectCalm };
}

/** The one-time link as `npm start` prints it, by the same script; empty where somebody is there already. */
export async function setUpLink(): Promise<string> {
  const { code, output, stdout } = await execute("scripts/setup-link.ts", {
    environment: {
      DATABASE_URL: process.env.SODATE_EMPTY_DATABASE_URL,
      APP_ORIGIN: process.env.SODATE_EMPTY_ORIGIN,
      SODATE_SECRET: "a secret that only this scene knows, and long enough",
    },
  });
  if (code !== 0) throw new Error(output);
  return /http\S+/.exec(stdout)?.[0] ?? "";
}

const field = (page: Page, name: string) => page.locator(`main [name="${name}"]`);

export async function fillIn(page: Page, values: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(values)) await field(page, name).fill(value);
}

export const choose = (page: Page, name: string, label: string) => field(page, name).selectOption({ label });

/** By the navigation at the left. */
export const goTo = ({ page, words }: Place, code: string) =>
  page
    .getByRole("navigation", { name: words("shell.navLabel") })
    .getByRole("link", { name: words(`shell.nav.${code}`) })
    .click();

export const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** By the link that was handed over: a password, then the purpose of use. */
export async function join({ page, words }: Place, link: string, { name, password }: Newcomer) {
  await page.goto(link);
  await expect(page.getByText(words("identity.invitation.lead", { name }))).toBeVisible();
  await fillIn(page, { password, passwordAgain: password });
  await press(page, words("identity.invitation.submit"));
  await press(page, words("purpose.submit"));
  await expect(page.getByRole("navigation", { name: words("shell.navLabel") })).toBeVisible();
}
