import "server-only";
import { getLocale } from "next-intl/server";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { Locale } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/words";

/** Names of role groups as the pages of readiness print them: full, and short for narrow places. */
export type GroupNames = { full: (code: RoleGroupCode) => string; short: (code: RoleGroupCode) => string };

/** What every part of these pages needs to speak. */
export async function readinessWords() {
  const [t, locale] = await Promise.all([getTranslations("readiness"), getLocale()]);
  return { t, locale: locale as Locale };
}
export type ReadinessWords = Awaited<ReturnType<typeof readinessWords>>;
