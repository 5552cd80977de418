import { expect, type Page, test } from "@playwright/test";
import { newId } from "@/lib/platform/ids";
import { asPersona } from "@/tests/support/as-persona";
import { dayFromToday } from "@/tests/support/calendar";
import { onServerDatabase } from "@/tests/support/login";
import { aTeamAtWork } from "@/tests/support/scene";
import { LANGUAGES, say } from "@/tests/support/words";

const MEETING = "g1.s1.external-meetings";
const TRIAGE = "g1.s2.triage";
const TITLES = {
  ja: { first: "アラートの切り分け", second: "脆弱性情報の切り分け", meeting: "業界の情報共有会" },
  en: { first: "Triage of an alert", second: "Triage of a vulnerability", meeting: "Sharing meeting" },
};
const REASON = { ja: "どの端末を見たかが読み取れません。", en: "Which machine was looked at?" };

type Waiting = { personId: string; enrolmentId: string; title: string; kind: string; criterion: string; ago: number };

/** A record that waits to be verified since so many days. */
const aWaitingRecord = ({ personId, enrolmentId, title, kind, criterion, ago }: Waiting) =>
  onServerDatabase(async (client) => {
    const recordId = newId();
    const since = new Date(Date.now() - ago * 86_400_000);
    await client.query(
      `insert into "PracticeRecord" (id, "personId", "onceKey", "happenedOn", kind, title, did, learned, tlp, "loggedAt")
       values ($1, $2, $3, $4, $5, $6, '', '', 'AMBER', $7)`,
      [recordId, personId, newId(), dayFromToday(-ago), kind, title, since],
    );
    await client.query(
      `insert into "RecordClaim" (id, "recordId", "enrolmentId", "criterionCode", parts, "claimedAt") values ($1, $2, $3, $4, '{}', $5)`,
      [newId(), recordId, enrolmentId, criterion, since],
    );
  });

const entry = (page: Page, title: string) => page.locator(".qi").filter({ hasText: title });
const heading = (page: Page) => page.locator("#current");

for (const language of LANGUAGES) {
  const words = say(language);
  const titles = TITLES[language];

  test(`a mentor ticks two records, sends one back, verifies the next, from the keyboard, in ${language}`, async ({
    browser,
  }) => {
    const { misaki, kenichi, enrolmentId } = await aTeamAtWork({ locale: language });
    const of = { personId: misaki.id, enrolmentId };
    for (const ago of [1, 2, 3]) {
      await aWaitingRecord({ ...of, title: `${titles.meeting} ${ago}`, kind: "meeting", criterion: MEETING, ago });
    }
    await aWaitingRecord({ ...of, title: titles.first, kind: "incident", criterion: TRIAGE, ago: 6 });
    await aWaitingRecord({ ...of, title: titles.second, kind: "incident", criterion: TRIAGE, ago: 4 });
    const { page, expectCalm } = await asPersona(browser, kenichi.email, { language });

    await page.goto("/reviews");
    await expect(heading(page)).toHaveText(titles.first);
    await entry(page, `${titles.meeting} 3`).getByRole("checkbox").click();
    await entry(page, `${titles.meeting} 2`).getByRole("checkbox").click();
    await expect(page.getByText(words("reviews.batch.count", { count: 2 }))).toBeVisible();
    await page.keyboard.press("Shift+V");
    await expect(page.getByText(words("notices/reviews.recordsVerified", { count: 2 }))).toBeVisible();
    await expect(page.locator(".qi").getByRole("checkbox")).toHaveCount(1);

    await page.keyboard.press("b");
    await expect(page.getByLabel(words("reviews.decide.reason"))).toBeFocused();
    await page.keyboard.type(REASON[language]);
    await page.keyboard.press("Control+Enter");
    await expect(heading(page)).toHaveText(titles.second);
    await expect(heading(page)).toBeFocused();
    await expect(page.getByText(words("notices/reviews.claimsSentBack"))).toBeVisible();

    await page.keyboard.press("v");
    await expect(heading(page)).toHaveText(`${titles.meeting} 1`);
    await expect(page.getByText(words("notices/reviews.claimsVerified"))).toBeVisible();
    await expect(entry(page, titles.second)).toHaveCount(0);
    expectCalm();
  });
}
