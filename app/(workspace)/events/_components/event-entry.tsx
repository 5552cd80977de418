import { getLocale } from "next-intl/server";
import { EventForm } from "@/components/event/event-form";
import { curriculumWords } from "@/lib/curriculum/queries";
import type { Actor } from "@/lib/domain/access";
import { listNameable } from "@/lib/event/queries";
import type { FormAction, FormValues } from "@/lib/platform/action-state";
import { now } from "@/lib/platform/clock";
import { todayIn } from "@/lib/platform/days";
import { DEFAULT_ZONE } from "@/lib/platform/format";
import { newId } from "@/lib/platform/ids";

type Props = {
  actor: Actor;
  people: readonly string[];
  defaults: FormValues;
  hidden: Readonly<Record<string, string>>;
  chooseHref: string;
  isCorrection: boolean;
  action: FormAction;
};

/** The second of two pages: what happened, and what each of them did. Only those who may be named are in it. */
export async function EventEntry({ actor, people, ...form }: Props) {
  const [listed, words] = await Promise.all([
    listNameable(actor, { for: "event", chosen: people, q: null }),
    curriculumWords(await getLocale()),
  ]);
  const named = listed.filter(({ id }) => people.includes(id));
  const today = todayIn(DEFAULT_ZONE, now());
  return <EventForm {...form} people={named} words={words} today={today} onceKey={newId()} />;
}
