import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { DEFAULT_ZONE, isLocale, preferredLocale } from "./format";

/** The language of a request: what the person chose, else what the browser asks for, else Japanese. Its words: words.ts. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get("locale")?.value;
  const locale = isLocale(chosen) ? chosen : preferredLocale((await headers()).get("accept-language") ?? "");
  return { locale, timeZone: DEFAULT_ZONE };
});
