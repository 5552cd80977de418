import { getLocale } from "next-intl/server";
import { PersonPicker } from "@/components/manager/person-picker";
import type { Actor } from "@/lib/domain/access";
import { listPeople } from "@/lib/people/queries";
import { peopleFilter } from "@/lib/people/schema";
import { now } from "@/lib/platform/clock";
import { getTranslations } from "@/lib/platform/words";

type Props = { actor: Actor; q: string | string[] | undefined; base: string; namespace: "enrolments" | "appointments" };

/** The first of two pages: who is it about? Nobody chooses themselves here. */
export async function ChoosePerson({ actor, q, base, namespace }: Props) {
  const filter = peopleFilter.parse({ q });
  const [list, t, locale] = await Promise.all([
    listPeople(actor, filter, now()),
    getTranslations(namespace),
    getLocale(),
  ]);
  return (
    <PersonPicker
      people={list.people.filter(({ id }) => id !== actor.id)}
      q={filter.q}
      locale={locale}
      hrefOf={(id) => `${base}?person=${id}`}
      words={{
        search: t("search"),
        find: t("find"),
        caption: t("chooseCaption"),
        person: t("person"),
        team: t("team"),
        choose: t("choose"),
        none: t("nobody"),
        noneText: t("nobodyText"),
        ...(list.total > list.people.length && { more: t("more", { total: list.total }) }),
      }}
    />
  );
}
