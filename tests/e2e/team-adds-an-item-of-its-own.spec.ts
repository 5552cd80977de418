import { expect, test } from "@playwright/test";
import { asPersona } from "@/tests/support/as-persona";
import { aTeamAtWork } from "@/tests/support/scene";
import { logWork, verifyAll } from "@/tests/support/walk";
import { say } from "@/tests/support/words";

const LEFT_OUT = "g1.s1.external-meetings";
const STEP1 = { group: "liaison-coordination", step: "1" };
const words = say("ja");

test("a manager leaves an item out and adds one; the trainee sees it as the team's own and meets it", async ({
  browser,
}) => {
  const { teamId, misaki, kenichi, makoto, enrolmentId } = await aTeamAtWork();
  const manager = await asPersona(browser, makoto.email);
  const saves = async (button: string, notice: string) => {
    await manager.page.getByRole("button", { name: words(button), exact: true }).click();
    await expect(manager.page.getByText(words(notice))).toBeVisible();
  };

  await manager.page.goto(`/local-curriculum/exempt?item=${LEFT_OUT}`);
  await manager.page.locator('main [name="reach"]').selectOption(teamId);
  await manager.page.locator('main [name="reason"]').fill("社外の会合には別の係が出るため");
  await saves("local-curriculum.exempt", "notices/policy.localChanged");

  await manager.page.goto(`/local-curriculum/add?${new URLSearchParams({ ...STEP1, section: "criterion" })}`);
  await manager.page.locator('main [name="reach"]').selectOption(teamId);
  await manager.page.locator('main [name="titleJa"]').fill("連絡網の点検");
  await manager.page.locator('main [name="textJa"]').fill("緊急連絡網を1回点検し、変わった番号を直す。");
  await manager.page.getByRole("radio", { name: words("local-curriculum.kinds.count"), exact: true }).check();
  await manager.page.locator('main [name="need"]').fill("1");
  await manager.page.locator('main [name="reason"]').fill("連絡網はこのチームが持っているため");
  await saves("local-curriculum.add", "notices/policy.localChanged");

  await manager.page.goto("/editions");
  await manager.page.locator('main a[href^="/editions/change"]').first().click();
  await expect(manager.page.getByText("緊急連絡網を1回点検し、変わった番号を直す。")).toBeVisible();
  await saves("editions.save", "notices/policy.editionMoved");

  const trainee = { ...(await asPersona(browser, misaki.email)), language: "ja" as const };
  await trainee.page.goto(`/my-training/${enrolmentId}/1`);
  const own = trainee.page.locator('article[id^="local."]');
  await expect(own.getByText(words("curriculum.local"))).toBeVisible();
  await expect(trainee.page.locator(`article[id="${LEFT_OUT}"]`)).toHaveCount(0);
  const code = (await own.getAttribute("id")) ?? "";
  await logWork(trainee, { enrolmentId, step: 1, codes: [code], title: "緊急連絡網の点検", kind: "analysis" });

  const mentor = { ...(await asPersona(browser, kenichi.email)), language: "ja" as const };
  await verifyAll(mentor, 1);
  await trainee.page.goto(`/my-training/${enrolmentId}/1`);
  await expect(own.locator(".hv")).toHaveText(/^1\s/);
  await expect(own.getByRole("link", { name: words("training.step.log") })).toHaveCount(0);
  for (const seat of [manager, trainee, mentor]) seat.expectCalm();
});
