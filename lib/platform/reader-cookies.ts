import "server-only";
import { cookies } from "next/headers";
import type { Locale } from "./format";
import { cookieAttributes } from "./session-cookie";

const YEAR = 365 * 24 * 60 * 60;

/** What a browser remembers of its reader: language and appearance. Nothing personal. */
const remember = async (name: "locale" | "theme", value: string) => {
  (await cookies()).set(name, value, { ...cookieAttributes(), maxAge: YEAR });
};

export const rememberLocale = (locale: Locale) => remember("locale", locale);
export const rememberTheme = (theme: Theme) => remember("theme", theme);

const THEMES = ["system", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];

/** Light or dark as chosen on this device; else as the device has it. */
export async function readTheme(): Promise<Theme> {
  const chosen = (await cookies()).get("theme")?.value;
  return THEMES.find((theme) => theme === chosen) ?? "system";
}
