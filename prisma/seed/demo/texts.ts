import type { PlainDay } from "@/lib/domain/calendar";
import { pick } from "./days";
import type { Line, PlannedPerson } from "./plan";
import type { World } from "./world";

/** What a person would have written about it: the same for the same person, criterion and number. */
export function lineFor(world: World, person: PlannedPerson, criterionCode: string, at: number): Line {
  const { criteria, [person.locale]: lines } = world.plan.texts;
  const found = lines[criteria[criterionCode] ?? "other"] ?? lines.other ?? [];
  const line = found[(pick(`${person.key} ${criterionCode}`, found.length) + at) % found.length];
  if (!line) throw new Error(`content/demo/texts.yaml has no words for ${criterionCode}`);
  return line;
}

type Names = { readonly month: PlainDay; readonly name: string };

export function titled({ title }: Pick<Line, "title">, { locale }: PlannedPerson, { month, name }: Names): string {
  const monthName = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(new Date(month));
  return title.replace("{month}", monthName).replace("{name}", name);
}

/** What a verifier adds: mostly nothing. */
export function commentFor({ plan }: World, { locale }: PlannedPerson, name: string): string {
  const all = plan.texts.comments[locale];
  return all[pick(`comment ${name}`, all.length)] ?? "";
}

/** The name of a sub-case or of a reading item, for a title. */
export function nameOf(world: World, { locale }: PlannedPerson, code: string | null, readingList: string | null) {
  if (code === null) return "";
  const words = world.words[locale];
  if (!readingList) return `${words.drillCase(code.split(".")[0] ?? "")} ${words.subCase(code)}`;
  const own = world.plan.settings.find((setting) => setting.code === readingList)?.value;
  const entry = Array.isArray(own) ? own.find((each) => each.code === code) : undefined;
  return entry?.title[locale] ?? words.listEntry(readingList, code).title;
}
