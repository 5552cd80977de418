import type { Locale } from "@/lib/platform/format";

type Team = {
  readonly id: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly depth: number;
  readonly closedOn: string | null;
};
type Named = { readonly nameJa: string; readonly nameEn: string };

export const teamName = ({ nameJa, nameEn }: Named, locale: Locale): string => (locale === "ja" ? nameJa : nameEn);

/** The open teams as a tree in a menu: each level moved in by one wide space. */
export const teamOptions = (teams: readonly Team[], locale: Locale) =>
  teams
    .filter(({ closedOn }) => closedOn === null)
    .map((team) => ({ value: team.id, label: `${"\u3000".repeat(team.depth)}${teamName(team, locale)}` }));
