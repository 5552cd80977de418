import { expect, type Page } from "@playwright/test";

/** Fails the test at its end if the browser complained: a script error, a blocked script or style, an error in the console. */
export function watch(page: Page, { expected = [] }: { expected?: readonly RegExp[] } = {}) {
  const complaints: string[] = [];
  const note = (text: string) => {
    if (!expected.some((pattern) => pattern.test(text))) complaints.push(`${page.url()}: ${text}`);
  };
  page.on(
    "console",
    (message) => ["error", "warning"].includes(message.type()) && note(`${message.text()} ${message.location().url}`),
  );
  page.on("pageerror", (error) => note(error.message));
  return { expectCalm: () => expect(complaints).toEqual([]) };
}
