import { expect, test } from "@playwright/test";
import { asPersona } from "@/tests/support/as-persona";
import { walkTheSite } from "@/tests/support/site-walk";
import {
  expectAccessible,
  expectFits,
  expectReadableInTheDark,
  onTelephone,
  PERSONAS,
  routeOf,
} from "@/tests/support/whole-site";

// A trace of so many pages takes as long as the looking itself.
test.use({ trace: "off" });

const SEEN = new Set<string>();

for (const [who, email] of Object.entries(PERSONAS)) {
  test(`every page in English is good in both themes and fits a telephone: what ${who} is the first to see`, async ({
    browser,
  }) => {
    test.setTimeout(240_000);
    const { page, expectCalm, leave } = await asPersona(browser, email, { language: "en", reducedMotion: "reduce" });
    await walkTheSite(page, {
      askEach: false,
      look: async (path) => {
        if (SEEN.has(routeOf(path))) return;
        SEEN.add(routeOf(path));
        await expect(page.locator("html")).toHaveAttribute("lang", "en");
        await expectAccessible(page, path);
        await expectReadableInTheDark(page, path);
        await onTelephone(page, () => expectFits(page, path));
      },
    });
    expectCalm();
    await leave();
  });
}
