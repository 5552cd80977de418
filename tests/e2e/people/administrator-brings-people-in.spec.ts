import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { newId } from "@/lib/platform/ids";
import { csv, shiftJis, utf8 } from "@/tests/support/csv-text";
import { anAccount, onServerDatabase, signInAs } from "@/tests/support/login";
import { watch } from "@/tests/support/watch";

const WORDS = {
  ja: {
    add: "人を加える",
    save: "加える",
    notReading: "かなで入力してください。",
    added: "人を加えました。",
    invite: "招待リンクを作る",
    grant: "権限を与える",
    auditor: "監査者",
    give: "与える",
    deactivate: "利用を停止する",
    deactivated: "利用停止",
    whatEnds: "停止すると終わるもの",
    read: "読み込んで確かめる",
    teamUnknown: "「moon」というコードのチームはありません。",
    import: "2行を取り込む",
    imported: "人を取り込みました。",
    same: "取り込むものはありません。",
  },
  en: {
    add: "Add a person",
    save: "Add",
    notReading: "Enter the reading in kana.",
    added: "The person was added.",
    invite: "Make an invitation link",
    grant: "Grant a capacity",
    auditor: "Auditor",
    give: "Grant",
    deactivate: "Deactivate",
    deactivated: "Deactivated",
    whatEnds: "What ends with it",
    read: "Read and check",
    teamUnknown: "There is no team with the code “moon”.",
    import: "Import 2 lines",
    imported: "People were imported.",
    same: "There is nothing to import.",
  },
} as const;

/** An administrator of this installation, signed in, and the code of an open team. */
async function anAdministrator(context: BrowserContext, locale: "ja" | "en") {
  const email = `shin-${randomUUID()}@example.com`;
  const id = await anAccount({ name: "中村 慎", latinName: "Shin Nakamura", email, password: "unused here", locale });
  const code = `e2e-${randomUUID().slice(0, 8)}`;
  await onServerDatabase(async (client) => {
    const team = newId();
    await client.query(
      `insert into "CapacityGrant" (id, "personId", capacity, reason, "grantedAt") values ($1, $2, 'admin', 'test', now())`,
      [newId(), id],
    );
    await client.query(
      `insert into "Team" (id, code, "nameJa", "nameEn", "createdAt") values ($1, $2, '検証チーム', 'Test team', now())`,
      [team, code],
    );
    await client.query(`insert into "TeamAncestor" ("teamId", "ancestorId", depth) values ($1, $1, 0)`, [team]);
  });
  await signInAs(context, email, { locale });
  return { code };
}

const field = (page: Page, name: string) => page.locator(`main [name="${name}"]`);
const isAccessible = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

for (const locale of ["ja", "en"] as const) {
  for (const javaScriptEnabled of [true, false]) {
    const words = WORDS[locale];
    test.describe(`${locale}, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
      test.use({ javaScriptEnabled });

      test("adds Hanako, invites her, makes her auditor, deactivates her", async ({ page, context }) => {
        const { expectCalm } = watch(page);
        await anAdministrator(context, locale);
        const email = `hanako-${randomUUID()}@example.com`;
        await page.goto("/people");
        await page.getByRole("link", { name: words.add }).click();
        await field(page, "name").fill("田中 花子");
        await field(page, "reading").fill("田中 花子");
        await field(page, "email").fill(email);
        await page.getByRole("button", { name: words.save, exact: true }).click();
        await expect(page.getByText(words.notReading)).toBeVisible();
        await expect(field(page, "email")).toHaveValue(email);
        if (javaScriptEnabled) await isAccessible(page);

        await field(page, "reading").fill("タナカ ハナコ");
        await page.getByRole("button", { name: words.save, exact: true }).click();
        await expect(page.getByText(words.added)).toBeVisible();
        await expect(page.getByText("たなか はなこ")).toBeVisible();

        await page.getByRole("button", { name: words.invite }).click();
        await expect(page.locator("#issued-link")).toHaveValue(/\/invitation\/[\w-]{43}$/);

        await page.getByText(words.grant, { exact: true }).click();
        await page.getByText(words.auditor, { exact: true }).click();
        await field(page, "reason").first().fill("今年度の監査");
        await page.getByRole("button", { name: words.give, exact: true }).click();
        await expect(page.getByRole("rowheader", { name: words.auditor })).toBeVisible();
        await expect(page.locator("#issued-link")).toHaveCount(0);
        if (javaScriptEnabled) await isAccessible(page);

        await page.getByRole("link", { name: words.deactivate }).click();
        await expect(page.getByRole("heading", { name: words.whatEnds })).toBeVisible();
        await expect(page.locator("main")).toContainText(words.auditor);
        await field(page, "reason").fill("退職");
        await page.getByRole("button", { name: words.deactivate }).click();
        await expect(page.getByText(words.deactivated, { exact: true }).first()).toBeVisible();
        expectCalm();
      });

      test("brings two people in by CSV once every line is clean", async ({ page, context }) => {
        const { expectCalm } = watch(page);
        const { code } = await anAdministrator(context, locale);
        const suffix = randomUUID().slice(0, 8);
        const header = ["社員番号", "氏名", "読み", "メールアドレス", "チームコード"];
        const line = (number: number, team: string) => {
          return [`${suffix}-${number}`, `髙橋 ${number}`, "タカハシ", `t${number}-${suffix}@example.com`, team];
        };
        const choose = async (bytes: Uint8Array) => {
          const file = { name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(bytes) };
          await field(page, "file").setInputFiles(file);
          await page.getByRole("button", { name: words.read }).click();
        };

        await page.goto("/people/import/people");
        await choose(utf8(csv(header, line(1, code), line(2, "moon"))));
        await expect(page.getByText(words.teamUnknown)).toBeVisible();
        await expect(page.getByRole("button", { name: words.import })).toHaveCount(0);
        if (javaScriptEnabled) await isAccessible(page);

        const clean = shiftJis(csv(header, line(1, code), line(2, code)));
        await choose(clean);
        await page.getByRole("button", { name: words.import }).click();
        await expect(page.getByText(words.imported)).toBeVisible();
        await choose(clean);
        await expect(page.getByText(words.same)).toBeVisible();
        await page.goto(`/people?q=${suffix}-2`);
        await expect(page.getByRole("rowheader", { name: "髙橋 2" })).toBeVisible();
        expectCalm();
      });
    });
  }
}
