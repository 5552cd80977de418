import { expect, test } from "@playwright/test";
import { asPersona } from "@/tests/support/as-persona";
import { walkTheSite } from "@/tests/support/site-walk";
import {
  expectAccessible,
  expectFits,
  expectGoodForAll,
  onTelephone,
  PERSONAS,
  routeOf,
} from "@/tests/support/whole-site";

// A trace of so many pages takes as long as the looking itself.
test.use({ trace: "off" });

const SEEN = new Set<string>();

for (const [who, email] of Object.entries(PERSONAS)) {
  test(`every page that ${who} can reach has no dead link, nothing for axe to find and fits a telephone`, async ({
    browser,
  }) => {
    test.setTimeout(240_000);
    const { page, expectCalm, leave } = await asPersona(browser, email, { reducedMotion: "reduce" });
    // A page that somebody saw before is the same page with other rows: the themes are not gone through again.
    const routes = await walkTheSite(page, {
      look: async (path) => {
        if (!SEEN.has(routeOf(path))) return await expectGoodForAll(page, path);
        await expectAccessible(page, path);
        await onTelephone(page, () => expectFits(page, path));
      },
    });
    for (const route of routes) SEEN.add(route);
    expect(routes.length, "pages walked to").toBeGreaterThan(5);
    expectCalm();
    await leave();
  });
}
