import { getLocale } from "next-intl/server";
import { PeopleChoice } from "@/components/event/people-choice";
import type { Actor } from "@/lib/domain/access";
import { listNameable } from "@/lib/event/queries";
import type { Choosing } from "@/lib/event/schema";

type Props = {
  actor: Actor;
  purpose: "event" | "drill";
  choosing: Choosing;
  /** What else the address holds, to be kept. */
  kept: readonly (readonly [name: string, value: string])[];
};

/** The first of two pages: who takes part? One statement. */
export async function ChoosePeople({ actor, purpose, choosing: { person, q }, kept }: Props) {
  const [people, locale] = await Promise.all([listNameable(actor, { for: purpose, chosen: person, q }), getLocale()]);
  return <PeopleChoice people={people} chosen={person} q={q} locale={locale} kept={kept} />;
}

/** What an address asked for besides people, and the way back to choosing them. */
export const keptOf = ({ scene, kind }: Choosing): (readonly [string, string])[] => [
  ...scene.map((code) => ["scene", code] as const),
  ...(kind === null ? [] : [["kind", kind] as const]),
];

export const chooseHrefOf = (base: string, people: readonly string[], kept: readonly (readonly [string, string])[]) =>
  `${base}?${new URLSearchParams([["choose", "yes"], ...people.map((id) => ["person", id]), ...kept.map((each) => [...each])])}`;
