import { expect, test } from "@playwright/test";
import { asPersona } from "@/tests/support/as-persona";
import { LANGUAGES, say } from "@/tests/support/words";

const PLACES = [
  ["/enrolments", "enrolments"],
  ["/appointments", "mentors"],
  ["/recognitions", "recognitions"],
] as const;

for (const language of LANGUAGES) {
  const words = say(language);
  const link = words("import.title");

  test(`where one is added, a manager finds how to bring many in, in ${language}`, async ({ browser }) => {
    const { page, expectCalm } = await asPersona(browser, "yumiko.nakamura@minato.example", { language });
    for (const [place, kind] of PLACES) {
      await page.goto(place);
      await page.locator("main").getByRole("link", { name: link }).click();
      await expect(page).toHaveURL(new RegExp(`/people/import/${kind}$`));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words(`import.open.${kind}`));
    }
    expectCalm();
  });
}

test("an administrator who manages no team finds the import of enrolments, and neither page of the managers", async ({
  browser,
}) => {
  const { page } = await asPersona(browser, "kaoru.nishimura@minato.example");
  await page.goto("/enrolments");
  await expect(page.locator("main").getByRole("link", { name: say("ja")("import.title") })).toBeVisible();
  for (const place of ["/appointments", "/recognitions"]) expect((await page.goto(place))?.status(), place).toBe(404);
});
