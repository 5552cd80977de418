import { expect, type Locator, type Page } from "@playwright/test";
import type { Language } from "./words";
import { say } from "./words";

type Typed = {
  day?: string;
  kind?: "report" | "meeting" | "incident" | "alertJudgement" | "analysis";
  title?: string;
  did?: string;
  month?: string;
  judged?: string;
  right?: string;
};

/** The whole form for one record, opened from a criterion: what is typed into it, by its labels. */
export async function fillRecord(page: Page, language: Language, typed: Typed) {
  const words = say(language);
  const form = recordForm(page);
  const field = (name: string) => form.getByLabel(words(`records.form.${name}`));
  if (typed.day !== undefined) await field("day").fill(typed.day);
  if (typed.kind) await form.getByRole("radio", { name: words(`records.kinds.${typed.kind}`), exact: true }).check();
  if (typed.title !== undefined) await field("name").first().fill(typed.title);
  if (typed.did !== undefined) await field("did").fill(typed.did);
  if (typed.month !== undefined) await field("periodCovered").fill(typed.month);
  if (typed.judged !== undefined) await field("judged").fill(typed.judged);
  if (typed.right !== undefined) await field("right").fill(typed.right);
}

export const recordForm = (page: Page): Locator => page.locator("form.logwrap");

export const sendRecord = (page: Page, language: Language) =>
  recordForm(page)
    .getByRole("button", { name: say(language)("records.form.send"), exact: true })
    .click();

/** The refusal stands at the head of the form. */
export const expectRefused = (page: Page, text: string) =>
  expect(page.locator("[role=alert].msg").filter({ hasText: text })).toBeVisible();
