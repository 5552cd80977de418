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
export const rememberTheme = (theme: string) => remember("theme", theme);
