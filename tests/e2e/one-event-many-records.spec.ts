import { expect, test } from "@playwright/test";
import { asPersona } from "@/tests/support/as-persona";
import { aTeamAtWork } from "@/tests/support/scene";
import { pressAndSee, type Walker } from "@/tests/support/walk";
import { say } from "@/tests/support/words";

/** A meeting that two took part in is logged once, confirmed by each of them, and verified by their mentor in one act. */

const JA = say("ja");
const TITLE = "業界の情報共有会";

type Part = { readonly id: string; readonly did: string };

async function logTogether({ page }: Walker, parts: readonly Part[]) {
  await page.goto("/events/new");
  for (const { id } of parts) await page.locator(`input[name="person"][value="${id}"]`).check();
  await page.getByRole("button", { name: JA("shared-events.choose.go") }).click();
  await page.getByRole("radio", { name: JA("shared-events.kinds.meeting"), exact: true }).check();
  await page.locator('main [name="title"]').fill(TITLE);
  for (const { id, did } of parts) await page.locator(`main [name="did:${id}"]`).fill(did);
  await page.locator('main [name="evidence"]').fill("MTG-31");
  await pressAndSee(page, JA("shared-events.form.send"), JA("notices/drill.eventLogged"));
  return new URL(page.url()).pathname;
}

/** What was proposed stands in the form already; the person adds what they learned. */
async function confirm({ page }: Walker, did: string, learned: string) {
  await page.goto("/my-training");
  const waits = page.locator("section", {
    has: page.getByRole("heading", { name: JA("shared-events.proposals.title") }),
  });
  await waits
    .getByRole("link", { name: JA("shared-events.proposals.confirm") })
    .first()
    .click();
  await expect(page.locator('main [name="did"]')).toHaveValue(did);
  await expect(page.locator('input[name="claims[]"]:checked')).toHaveCount(1);
  await page.locator('main [name="learned"]').fill(learned);
  await pressAndSee(page, JA("shared-events.proposal.send"), JA("notices/drill.proposalConfirmed"));
  await page.goto("/my-training");
  await expect(waits).toHaveCount(0);
}

test("one event, two records, confirmed by who took part and verified in one act", async ({ browser }) => {
  const { misaki, ren, kenichi, makoto } = await aTeamAtWork({ withRen: true });
  const seat = async (email: string): Promise<Walker> => ({ ...(await asPersona(browser, email)), language: "ja" });
  const [trainee, colleague, mentor, manager] = [
    await seat(misaki.email),
    await seat(ren?.email ?? ""),
    await seat(kenichi.email),
    await seat(makoto.email),
  ];
  const parts = [
    { id: misaki.id, did: "自社の事例を発表した。" },
    { id: ren?.id ?? "", did: "議事録を書いた。" },
  ];
  const event = await logTogether(manager, parts);
  await confirm(trainee, parts[0]?.did ?? "", "質問への答えを先に用意しておく。");
  await mentor.page.goto(event);
  const people = mentor.page.getByRole("table").filter({ hasText: parts[0]?.did ?? "" });
  await expect(people.getByRole("row").filter({ hasText: ren?.name ?? "" })).toContainText(
    JA("shared-events.page.open"),
  );
  await confirm(colleague, parts[1]?.did ?? "", "決まったことだけを先に書く。");

  await mentor.page.goto(event);
  await pressAndSee(
    mentor.page,
    JA("reviews.batch.verify", { count: 2 }),
    JA("notices/drill.eventVerified", { count: 2 }),
  );
  await expect(people.getByText(JA("shared-events.page.verified"), { exact: true })).toHaveCount(2);
  for (const { page } of [trainee, colleague]) {
    await page.goto("/my-training");
    await expect(page.locator("li.crit").filter({ hasText: "社外関係者との会合" })).toContainText("1 /");
  }
  for (const each of [trainee, colleague, mentor, manager]) each.expectCalm();
});
