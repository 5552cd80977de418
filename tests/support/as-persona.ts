import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { signInAs } from "./login";
import { watch } from "./watch";
import { BROWSER_LOCALE, type Language } from "./words";

type Wish = BrowserContextOptions & { language?: Language; expected?: readonly RegExp[] };
export type Seat = { page: Page; expectCalm: () => void; leave: () => Promise<void> };

/** A browser of their own for the person with this address, signed in, and watched for complaints. */
export async function asPersona(browser: Browser, email: string, wish: Wish = {}): Promise<Seat> {
  const { language = "ja", expected = [], ...options } = wish;
  const context = await browser.newContext({ locale: BROWSER_LOCALE[language], ...options });
  await signInAs(context, email, { locale: language });
  const page = await context.newPage();
  const { expectCalm } = watch(page, { expected });
  return { page, expectCalm, leave: () => context.close() };
}
