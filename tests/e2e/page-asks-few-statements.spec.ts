import { type Browser, expect, test } from "@playwright/test";
import { aCountedApp } from "@/tests/support/counted-app";
import { signInAs } from "@/tests/support/login";
import { PERSONAS } from "@/tests/support/whole-site";

/** Who is signed in, the shell and the page itself, however much there is to show. */
const MOST = 8;

let app: Awaited<ReturnType<typeof aCountedApp>>;
test.beforeAll(async () => {
  app = await aCountedApp();
});
test.afterAll(() => app.close());

/** Asks for pages as this person, without a browser around them. */
async function readerOf(browser: Browser, persona: keyof typeof PERSONAS) {
  const context = await browser.newContext();
  await signInAs(context, PERSONAS[persona]);
  return async (path: string) => {
    const answer = await context.request.get(`${app.origin}${path}`, { maxRedirects: 0 });
    expect(answer.status(), path).toBe(200);
    return await answer.text();
  };
}

const firstLink = (html: string, place: string) =>
  new RegExp(`/${place}/[0-9a-f]{8}-[0-9a-f-]{27}`).exec(html)?.[0] ?? "";

const PAGES = [
  ["My training", "the trainee Misaki Sato", "/my-training", null],
  ["Reviews", "the mentor Makoto Inoue", "/reviews", null],
  ["the overview of readiness", "the manager Yumiko Nakamura", "/readiness", null],
  ["the readiness of a team", "the manager Yumiko Nakamura", "/readiness", "readiness"],
  ["one trainee's page", "the mentor Makoto Inoue", "/trainees", "trainees"],
] as const;

for (const [title, persona, from, place] of PAGES) {
  test(`${title} asks the database ${MOST} times at most`, async ({ browser }) => {
    const read = await readerOf(browser, persona);
    const path = place === null ? from : firstLink(await read(from), place);
    expect(path).not.toBe("");
    await read(path); // fills the process's memory of what never changes
    const statements = await app.statementsOf(() => read(path));
    const told = `${statements.length} statements:\n${statements.map((text) => text.trim().slice(0, 200)).join("\n")}`;
    expect(statements.length, told).toBeLessThanOrEqual(MOST);
    expect(statements.length, told).toBeGreaterThanOrEqual(3);
  });
}
