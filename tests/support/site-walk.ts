import { expect, type Page } from "@playwright/test";
import { hrefsOn, lostPlacesOn, routeOf } from "./whole-site";

/** Of pages with an id in their address, so many are asked for; the rest are the same page. */
const SAMPLES = 4;
/** Downloads are asked for, not opened. */
const isPage = (href: string) => !href.startsWith("/api/") && !/\/(template|pdf)$/.test(href);
const kindOf = (href: string) => (href.includes("#") ? `${routeOf(href)}#` : routeOf(href));

type Walk = { page: Page; waiting: string[]; seen: Map<string, number>; known: Set<string> };
type Wish = { look: (path: string) => Promise<void>; askEach?: boolean };

/** The page is there for this reader, and so is the place on it. */
async function expectAnswer(page: Page, href: string, where: string) {
  const answer = await page.request.get(href);
  expect(answer.status(), `${where} leads to ${href}`).toBeLessThan(400);
  const place = href.split("#")[1];
  if (place) expect(await answer.text(), `${where} leads to ${href}`).toContain(`id="${place}"`);
}

/** The first link of each kind is walked to later; answers the others, up to so many of a kind. */
function newLinks({ waiting, seen, known }: Walk, hrefs: readonly string[]): readonly string[] {
  return hrefs.filter((href) => {
    const times = seen.get(kindOf(href)) ?? 0;
    if (known.has(href) || times >= SAMPLES) return false;
    known.add(href);
    seen.set(kindOf(href), times + 1);
    if (times > 0 || !isPage(href)) return true;
    waiting.push(href.replace(/#.*/, ""));
    return href.includes("#");
  });
}

/** From home to every page that links lead this reader to, once each. Answers the routes. */
export async function walkTheSite(page: Page, { look, askEach = true }: Wish): Promise<readonly string[]> {
  const walk: Walk = { page, waiting: ["/"], seen: new Map(), known: new Set() };
  const visited = new Set<string>();
  for (let path = walk.waiting.shift(); path !== undefined; path = walk.waiting.shift()) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    const route = routeOf(new URL(page.url()).pathname);
    if (visited.has(route)) continue;
    visited.add(route);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const hrefs = await hrefsOn(page);
    expect.soft(await lostPlacesOn(page, hrefs), `${path} leads to places that are not on it`).toEqual([]);
    for (const href of newLinks(walk, hrefs)) if (askEach) await expectAnswer(page, href, path);
    await look(path);
  }
  return [...visited];
}
