import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { type APIResponse, expect, type Page, test } from "@playwright/test";
import { aLinkFor, anAccount, onServerDatabase, signInAs } from "@/tests/support/login";
import { watch } from "@/tests/support/watch";

const PASSWORD = "つくえのうえにりんごが3つ";
const NEW = "あたらしい合言葉は海のむこう";

/** The same words that a reader sees, in both languages. */
const WORDS = {
  ja: {
    acceptLanguage: "ja-JP",
    signIn: "サインイン",
    email: "メールアドレス",
    password: /^パスワード/,
    submit: "サインインする",
    refused: "サインインできませんでした。",
    profile: "プロフィールと設定",
    signOut: "サインアウト",
    signedOut: "サインアウトしました。",
    spent: "このリンクは使えません",
    newPassword: /^新しいパスワード必須/,
    again: /^新しいパスワード\(確認\)/,
    set: "パスワードを設定する",
    short: "12文字以上にしてください。",
  },
  en: {
    acceptLanguage: "en-GB",
    signIn: "Sign in",
    email: "E-mail address",
    password: /^Password/,
    submit: "Sign in",
    refused: "Not signed in.",
    profile: "Profile and settings",
    signOut: "Sign out",
    signedOut: "Signed out.",
    spent: "This link does not work",
    newPassword: /^New password(?!,)/,
    again: /^New password, again/,
    set: "Set the password",
    short: "Use at least 12 characters.",
  },
} as const;
type Words = (typeof WORDS)[keyof typeof WORDS];

const misaki = async (locale: "ja" | "en") => {
  const email = `misaki-${randomUUID()}@example.com`;
  const id = await anAccount({ name: "佐藤 美咲", latinName: "Misaki Sato", email, password: PASSWORD, locale });
  return { id, email };
};

async function fillSignIn(page: Page, words: Words, email: string, password: string) {
  await page.getByLabel(words.email).fill(email);
  await page.getByLabel(words.password).first().fill(password);
  await page.getByRole("button", { name: words.submit }).click();
}

for (const locale of ["ja", "en"] as const) {
  for (const javaScriptEnabled of [true, false]) {
    const words = WORDS[locale];
    test.describe(`${locale}, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
      test.use({ javaScriptEnabled, locale: words.acceptLanguage });

      test("a wrong password is refused and the address kept; the right one leads to where she was going; signing out ends it", async ({
        page,
      }) => {
        const { expectCalm } = watch(page);
        const { email } = await misaki(locale);
        await page.goto("/profile");
        await expect(page).toHaveURL(/\/sign-in\?next=%2Fprofile$/);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.signIn);

        await fillSignIn(page, words, email, "wrong wrong wrong");
        await expect(page.locator("[role=alert].msg")).toContainText(words.refused);
        await expect(page.getByLabel(words.email)).toHaveValue(email);

        await fillSignIn(page, words, email.toUpperCase(), PASSWORD);
        await expect(page).toHaveURL(/\/profile$/);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.profile);
        await expect(page.locator("html")).toHaveAttribute("lang", locale);

        await page.locator("button.me").click();
        await page.getByRole("button", { name: words.signOut }).click();
        await expect(page).toHaveURL(/\/sign-in/);
        await expect(page.getByRole("status").filter({ hasText: words.signedOut })).toBeVisible();
        expect(await page.content()).not.toContain("佐藤 美咲");
        await page.goto("/profile");
        await expect(page).toHaveURL(/\/sign-in/);
        expectCalm();
      });

      test("a reset link sets a password once", async ({ page }) => {
        const { expectCalm } = watch(page);
        const { id } = await misaki(locale);
        const path = await aLinkFor("reset", id);
        await page.goto(path);
        const set = async (password: string) => {
          await page.getByLabel(words.newPassword).first().fill(password);
          await page.getByLabel(words.again).first().fill(password);
          await page.getByRole("button", { name: words.set }).click();
        };
        await set("short");
        await expect(page.locator("[data-slot=field] .err").filter({ hasText: words.short })).toBeVisible();
        await set(NEW);
        await expect(page).toHaveURL(/\/curriculum$/);
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.spent);
        expectCalm();
      });
    });
  }
}

test("a session that was ended elsewhere leads to sign-in and back", async ({ page, context }) => {
  const { id, email } = await misaki("ja");
  await signInAs(context, email);
  await page.goto("/profile/sessions");
  await expect(page.getByRole("cell", { name: "この端末" })).toBeVisible();
  await onServerDatabase((client) => client.query(`delete from "Session" where "personId" = $1`, [id]));
  await page.goto("/profile/held");
  await fillSignIn(page, WORDS.ja, email, PASSWORD);
  await expect(page).toHaveURL(/\/profile\/held$/);
});

test("a form sent after the session ended keeps what was typed and says so", async ({ page, context }) => {
  const { id, email } = await misaki("ja");
  await signInAs(context, email);
  await page.goto("/profile");
  await onServerDatabase((client) => client.query(`delete from "Session" where "personId" = $1`, [id]));
  const main = page.getByRole("main");
  await main.getByText("English", { exact: true }).click();
  await main.getByRole("button", { name: "保存する" }).first().click();
  await expect(page.locator("[role=alert].msg")).toContainText("サインインの有効期間が過ぎたため");
  await expect(page.getByRole("radio", { name: "English" })).toBeChecked();
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 360, height: 740 },
  ]) {
    test(`nothing for axe to find, ${colorScheme} at ${viewport.width} px`, async ({ page, context }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      const { id, email } = await misaki("ja");
      const paths = ["/sign-in", await aLinkFor("reset", id), "/reset/spent", "/set-up/spent"];
      const inside = [
        "/profile",
        "/profile/password",
        "/profile/sessions",
        "/profile/held",
        "/profile/visits",
        "/purpose",
      ];
      for (const path of [...paths, ...inside]) {
        if (path === inside[0]) await signInAs(context, email);
        await page.goto(path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id: rule, nodes }) => [path, rule, nodes[0]?.html])).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
      }
    });
  }
}

test.describe("requests that no page of ours makes", () => {
  const words = async (response: APIResponse) => ({ status: response.status(), text: await response.text() });

  test("from elsewhere, too large, or of an unknown kind are refused in words", async ({ request, baseURL }) => {
    const origin = baseURL ?? "";
    const evil = await words(
      await request.post("/sign-in", { headers: { origin: "https://evil.example" }, form: { a: "b" } }),
    );
    expect(evil).toMatchObject({ status: 403, text: expect.stringContaining("この操作は受け付けられませんでした") });
    const silent = await words(await request.post("/sign-in", { form: { a: "b" } }));
    expect(silent.status).toBe(403);
    const large = await words(
      await request.post("/sign-in", {
        headers: { origin, "accept-language": "en" },
        form: { a: "x".repeat(10_000_000) },
      }),
    );
    expect(large).toMatchObject({ status: 413, text: expect.stringContaining("this is too large") });
    for (const method of ["PROPFIND", "TRACE"]) {
      const unknown = await words(await request.fetch("/sign-in", { method, headers: { origin } }));
      expect(unknown, method).toMatchObject({ status: 405, text: expect.stringContaining("このサイトが使わない種類") });
    }
  });

  test("a form that was cut off or has no shape is refused in words", async ({ request, baseURL }) => {
    const headers = { origin: baseURL ?? "", "accept-language": "en" };
    const part = '--x\r\nContent-Disposition: form-data; name="email"\r\n\r\nhana';
    for (const type of ["multipart/form-data; boundary=x", "multipart/form-data"]) {
      const sent = { headers: { ...headers, "content-type": type }, data: Buffer.from(part) };
      const refused = await words(await request.post("/sign-in", sent));
      expect(refused, type).toMatchObject({ status: 400, text: expect.stringContaining("cut off or out of shape") });
    }
  });

  test("headers that only we may set are not taken from outside", async ({ request }) => {
    const response = await request.get("/sign-in", {
      headers: {
        "x-nonce": "evil",
        "content-security-policy": "script-src 'nonce-evil'",
        "x-sodate-path": "//evil.example",
      },
    });
    expect(await response.text()).not.toContain("evil");
    expect(response.headers()["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}';/);
  });

  test("every answer carries the headers of protection", async ({ request }) => {
    for (const path of ["/sign-in", "/nowhere", "/api/health", "/api/profile/export", "/set-up/x"]) {
      expect((await request.get(path)).headers(), path).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
      });
    }
  });
});

test.describe("the library's own door", () => {
  test("makes the same session, and nothing else of it answers", async ({ request, baseURL }) => {
    const { email, id } = await misaki("ja");
    const headers = { origin: baseURL ?? "" };
    const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
    const form = { csrfToken, email, password: PASSWORD, callbackUrl: "https://evil.example/", json: "true" };
    const entered = await request.post("/api/auth/callback/password", { headers, form });
    expect((await entered.json()).url).toBe(baseURL);
    expect((await request.get("/api/profile/export")).status()).toBe(200);
    const sessions = await onServerDatabase((client) =>
      client.query(`select aal, amr from "Session" where "personId" = $1`, [id]),
    );
    expect(sessions.rows).toEqual([{ aal: 2, amr: ["pwd"] }]);
    expect(JSON.stringify(await (await request.get("/api/auth/session")).json())).not.toMatch(/misaki|raw|token/);

    await request.post("/api/auth/signout", { headers, form: { csrfToken, json: "true" } });
    expect((await request.get("/api/profile/export")).status()).toBe(401);
    for (const path of ["signin", "verify-request", "error", "callback/password", "providers/x"]) {
      expect((await request.get(`/api/auth/${path}`)).status(), path).toBe(404);
    }
  });

  test("refuses a wrong password and a missing token alike", async ({ request, baseURL }) => {
    const { email } = await misaki("ja");
    const headers = { origin: baseURL ?? "" };
    const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
    const wrong = await request.post("/api/auth/callback/password", {
      headers,
      form: { csrfToken, email, password: "no", json: "true" },
    });
    expect(wrong.status()).toBe(401);
    await request.post("/api/auth/callback/password", { headers, form: { email, password: PASSWORD, json: "true" } });
    expect((await request.get("/api/profile/export")).status()).toBe(401);
  });
});
