import { expect, type Locator, type Page, test } from "@playwright/test";
import { asPersona } from "@/tests/support/as-persona";
import { dayFromToday } from "@/tests/support/calendar";
import { expectRefused } from "@/tests/support/record-form";
import { aTeamAtWork } from "@/tests/support/scene";
import { PERSONAS } from "@/tests/support/whole-site";
import { LANGUAGES, say } from "@/tests/support/words";

const POLICY = "g1.s1.incidentReports.n";
const CRITERION = "/local-curriculum/add?group=liaison-coordination&step=1&section=criterion";

const field = (page: Page, name: string) => page.locator(`main [name="${name}"]`).first();

/** The sentence is seen, and whoever hears the page hears it with the field. */
async function expectSaidAt(control: Locator, sentence: string) {
  await expect(control).toHaveAccessibleDescription(new RegExp(sentence.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
  await expect(control.page().getByText(sentence).first()).toBeVisible();
}

for (const language of LANGUAGES) {
  const words = say(language);

  for (const javaScriptEnabled of [false, true]) {
    const scripts = javaScriptEnabled ? "with" : "without";

    test(`what one field is refused for stands at that field, ${scripts} scripts, in ${language}`, async ({
      browser,
    }) => {
      const { misaki, makoto, teamId } = await aTeamAtWork({ locale: language });
      const trainee = await asPersona(browser, misaki.email, { language, javaScriptEnabled });
      await trainee.page.goto("/profile");
      await trainee.page.getByText(words("leave.add"), { exact: true }).click();
      await field(trainee.page, "fromOn").fill(dayFromToday(7));
      await field(trainee.page, "toOn").fill(dayFromToday(3));
      await trainee.page.getByRole("button", { name: words("leave.submit") }).click();
      await expectRefused(trainee.page, words("refusals/people.EndsBeforeItBegins.title"));
      await expectSaidAt(field(trainee.page, "toOn"), words("refusals/people.EndsBeforeItBegins.why"));
      await expect(field(trainee.page, "toOn")).toHaveValue(dayFromToday(3));
      await expect(field(trainee.page, "fromOn")).not.toHaveAttribute("aria-invalid");

      const kaoru = PERSONAS["the administrator Kaoru Nishimura"];
      const administrator = await asPersona(browser, kaoru, { language, javaScriptEnabled });
      await administrator.page.goto(`/policy/${POLICY}`);
      await field(administrator.page, "value").fill("100000");
      await field(administrator.page, "reason").fill("もっと要るため");
      await administrator.page.getByRole("button", { name: words("policy.save") }).click();
      await expectRefused(administrator.page, words("refusals/policy.PolicyOutOfRange.title"));
      await expect(field(administrator.page, "value")).toHaveAttribute("aria-invalid", "true");
      await expect(field(administrator.page, "value")).toHaveValue("100000");
      await expect(field(administrator.page, "reason")).toHaveValue("もっと要るため");

      const manager = await asPersona(browser, makoto.email, { language, javaScriptEnabled });
      await manager.page.goto(CRITERION);
      await field(manager.page, "reach").selectOption(teamId);
      await field(manager.page, "textJa").fill("緊急連絡網を点検する。");
      await field(manager.page, "reason").fill("このチームが持っているため");
      await manager.page.getByRole("radio", { name: words("local-curriculum.kinds.count"), exact: true }).check();
      await manager.page.getByRole("button", { name: words("local-curriculum.add"), exact: true }).click();
      await expectRefused(manager.page, words("refusals/platform.Invalid.title", { count: 2 }));
      await expectSaidAt(field(manager.page, "titleJa"), words("validation.required"));
      await expectSaidAt(field(manager.page, "need"), words("validation.required"));
      await expect(field(manager.page, "textJa")).toHaveValue("緊急連絡網を点検する。");
      for (const seat of [trainee, administrator, manager]) seat.expectCalm();
    });
  }
}
