import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** People of the demo organisation, by what they hold. */
export const PERSONAS = {
  "the trainee Misaki Sato": "misaki.sato@minato.example",
  "the mentor Makoto Inoue": "makoto.inoue@minato.example",
  "the manager Yumiko Nakamura": "yumiko.nakamura@minato.example",
  "the administrator Kaoru Nishimura": "kaoru.nishimura@minato.example",
  "the auditor Shigeru Ohno": "shigeru.ohno@minato.example",
  "the countersigner Tsuyoshi Okada": "tsuyoshi.okada@minato.example",
  "the contractor Emily Carter": "emily.carter@minato.example",
} as const;

export const TELEPHONE = { width: 360, height: 740 };

/** /trainees/0198…/1?tab=records → /trainees/:id/1: pages that are one page to a reader of the code. */
export const routeOf = (path: string) =>
  path
    .replace(/[#?].*$/, "")
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id")
    .replace(/^\/audit\/\d+$/, "/audit/:number")
    .replace(/\/g\d\.[\w.-]+/g, "/:criterion")
    .replace(/^\/(curriculum|policy)\/[^/]+/, "/$1/:code");

/** Every address of ours that the page leads to, with the place on it. */
export const hrefsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll<HTMLAnchorElement>("a[href]")]
        .filter(({ origin }) => origin === location.origin)
        .map(({ pathname, search, hash }) => `${pathname}${search}${hash}`),
    ),
  ]);

/** Of these addresses the ones that lead to a place on this very page which it has not. */
export const lostPlacesOn = (page: Page, hrefs: readonly string[]): Promise<string[]> =>
  page.evaluate(
    (all) =>
      all.filter((href) => {
        const { pathname, search, hash } = new URL(href, location.href);
        const isHere = hash !== "" && pathname === location.pathname && search === location.search;
        return isHere && document.getElementById(decodeURIComponent(hash.slice(1))) === null;
      }),
    [...hrefs],
  );

/** The pages have no frames, so all of axe can run inside the page: half the time. */
async function violationsOn(page: Page, rules: readonly string[] = []) {
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  if (rules.length > 0) builder.withRules([...rules]);
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

export async function expectAccessible(page: Page, where: string) {
  expect.soft(await violationsOn(page), `${where}, ${page.viewportSize()?.width} px`).toEqual([]);
}

/** In the dark only colours differ. */
export async function expectReadableInTheDark(page: Page, where: string) {
  await page.emulateMedia({ colorScheme: "dark" });
  expect.soft(await violationsOn(page, ["color-contrast"]), `${where}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
}

export async function expectFits(page: Page, where: string) {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, `${where} scrolls sideways`).toBeLessThanOrEqual(0);
}

export async function onTelephone(page: Page, look: () => Promise<void>) {
  const wide = page.viewportSize();
  await page.setViewportSize(TELEPHONE);
  await look();
  if (wide) await page.setViewportSize(wide);
}

/** The page as it stands, in both themes and on a telephone. */
export async function expectGoodForAll(page: Page, where: string) {
  await expectAccessible(page, where);
  await expectReadableInTheDark(page, where);
  await onTelephone(page, async () => {
    await expectFits(page, where);
    await expectAccessible(page, where);
  });
}
