import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { DEFAULT_ZONE, isLocale, type Locale } from "./format";
import { messagesIn } from "./messages";

/** The language of a request: what the person chose, else what the browser asks for, else Japanese. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get("locale")?.value;
  const locale = isLocale(chosen) ? chosen : preferredLocale((await headers()).get("accept-language") ?? "");
  return { locale, messages: messagesIn(locale), timeZone: DEFAULT_ZONE };
});

/** The first of our languages by weight in an Accept-Language header. */
export function preferredLocale(header: string): Locale {
  const asked = header
    .slice(0, 200)
    .split(",")
    .map((entry) => {
      const [tag = "", weight = ""] = entry.trim().toLowerCase().split(";");
      const quality = weight.trim().startsWith("q=") ? Number(weight.trim().slice(2)) : 1;
      return { language: tag.split("-")[0], quality: Number.isFinite(quality) ? quality : 0 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ language }) => language);
  return asked.find(isLocale) ?? "ja";
}
