import type { Locale } from "@/lib/platform/format";

export type TeamChoice = { id: string; nameJa: string; nameEn: string; depth: number };

/** Teams as entries of a menu, indented by their place in the tree. */
export const teamOptions = (teams: readonly TeamChoice[], locale: Locale) =>
  teams.map(({ id, nameJa, nameEn, depth }) => ({
    value: id,
    label: `${"　".repeat(depth)}${locale === "ja" ? nameJa : nameEn}`,
  }));

/** Where there is one team only, nobody is asked to choose it. */
export const onlyTeam = ([first, ...others]: readonly TeamChoice[]) =>
  first && others.length === 0 ? { defaultValue: first.id } : {};
