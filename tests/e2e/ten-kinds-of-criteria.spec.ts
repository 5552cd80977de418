import { readdirSync, readFileSync } from "node:fs";
import { type Browser, expect, type Locator, test } from "@playwright/test";
import { parse } from "yaml";
import { RULE_KINDS } from "@/lib/domain/rule";
import { asPersona } from "@/tests/support/as-persona";
import { onServerDatabase } from "@/tests/support/login";
import { say } from "@/tests/support/words";

const COMPOSED: readonly string[] = ["anyOf", "allOf"];
const KINDS = RULE_KINDS.filter((kind) => !COMPOSED.includes(kind));
type Shown = { kind: string; state: "met" | "not yet" };

const GROUPS = new URL("../../content/curriculum/role-groups/", import.meta.url);
type Rule = { kind: string };
type Criterion = { code: string; rule?: Rule; children?: readonly Criterion[] };
type StepFile = { criteria: readonly Criterion[] };

const leavesOf = (criteria: readonly Criterion[]): readonly (Criterion & { rule: Rule })[] =>
  criteria.flatMap(({ code, rule, children = [] }) => [...(rule ? [{ code, rule }] : []), ...leavesOf(children)]);

/** Of each criterion of the curriculum the kind of its rule; the tenth kind is composed of others. */
function kindsByCode(): Map<string, string> {
  const files = readdirSync(GROUPS).flatMap((group) =>
    [1, 2, 3].map((step) => readFileSync(new URL(`${group}/step-${step}.yaml`, GROUPS), "utf8")),
  );
  const criteria = files.flatMap((file) => leavesOf((parse(file) as StepFile).criteria));
  return new Map(criteria.map(({ code, rule: { kind } }) => [code, COMPOSED.includes(kind) ? "composed" : kind]));
}

type Enrolled = { email: string; enrolmentId: string };
const enrolled = () =>
  onServerDatabase(async (client) => {
    const { rows } = await client.query<Enrolled>(
      `select p.email, e.id as "enrolmentId" from "Enrolment" e join "Person" p on p.id = e."personId"
        where e."roleGroupCode" is not null and e."endedOn" is null and p.email like '%@minato.example' order by p.email, e.id`,
    );
    return rows;
  });

/** What the page says of a criterion: its rule in words, have and need, and what to do next. */
async function expectExplained(article: Locator, { state }: Shown) {
  await expect(article.locator(".hv .have")).toHaveText(/\d/);
  await expect(article.locator(".hint.phrase").first()).not.toBeEmpty();
  if (state === "not yet" && (await article.locator(".nx").count()) > 0)
    await expect(article.locator(".nx").first()).not.toBeEmpty();
}

/** Which kind a criterion on the page is of, and whether its mark says that it is met. */
async function shownBy(article: Locator, kinds: Map<string, string>): Promise<Shown> {
  const met = say("ja")("progress.row.met");
  const code = await article.getAttribute("id");
  const marked = await article.locator("header").getByRole("img", { name: met, exact: true }).count();
  return { kind: kinds.get(code ?? "") ?? "unknown", state: marked > 0 ? "met" : "not yet" };
}

async function readSteps(browser: Browser, person: Enrolled, missing: Set<string>, kinds: Map<string, string>) {
  const { page, expectCalm, leave } = await asPersona(browser, person.email);
  for (const step of [1, 2, 3]) {
    await page.goto(`/my-training/${person.enrolmentId}/${step}`);
    for (const article of await page.locator("article.crit-full").all()) {
      const shown = await shownBy(article, kinds);
      const name = `${shown.kind}, ${shown.state}`;
      if (!missing.delete(name)) continue;
      await expectExplained(article, shown);
      await article.screenshot({ path: test.info().outputPath(`${name.replaceAll(/\W+/g, "-")}.png`) });
    }
  }
  expectCalm();
  await leave();
}

test("each kind of criterion, met and not yet met, explains itself on a page of a real STEP", async ({ browser }) => {
  test.setTimeout(240_000);
  const kinds = kindsByCode();
  const missing = new Set([...KINDS, "composed"].flatMap((kind) => [`${kind}, met`, `${kind}, not yet`]));
  for (const person of await enrolled()) {
    if (missing.size === 0) break;
    await readSteps(browser, person, missing, kinds);
  }
  expect([...missing]).toEqual([]);
});
