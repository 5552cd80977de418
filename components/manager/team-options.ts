import type { Locale } from "@/lib/platform/format";

export type TeamChoice = { id: string; nameJa: string; nameEn: string; depth: number };

/** Teams as entries of a menu, indented by their place in the tree. */
export const teamOptions = (teams: readonly TeamChoice[], locale: Locale) =>
  teams.map(({ id, nameJa, nameEn, depth }) => ({
    value: id,
    label: `${"　".repeat(depth)}${locale === "ja" ? nameJa : nameEn}`,
  }));
