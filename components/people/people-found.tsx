import type { ComponentProps } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { useTranslations } from "@/lib/platform/words";
import { PeopleFilter } from "./people-filter";
import { PeoplePages } from "./people-pages";
import { PeopleTable } from "./people-table";

type Props = ComponentProps<typeof PeopleFilter> & ComponentProps<typeof PeopleTable> & { total: number };

/** The list with its filters and pages, or what to do where nobody matches. */
export function PeopleFound({ filter, teams, people, today, total }: Props) {
  const t = useTranslations("people.list");
  const clear = <LinkButton href="/people">{t("clear")}</LinkButton>;
  return (
    <>
      <PeopleFilter filter={filter} teams={teams} />
      {people.length === 0 ? (
        <EmptyState level={2} title={t("empty")} action={clear}>
          {t("emptyWhy")}
        </EmptyState>
      ) : (
        <PeopleTable people={people} today={today} />
      )}
      <PeoplePages filter={filter} total={total} shown={people.length} />
    </>
  );
}
