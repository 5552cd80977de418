import { ListPages } from "@/components/layout/list-pages";
import type { PeopleFilter } from "@/lib/people/schema";

type Props = { filter: PeopleFilter; total: number; shown: number };

const hrefOf = ({ q, team, affiliation, standing }: PeopleFilter, page: number) => {
  const kept = Object.entries({ q, team, affiliation, standing, page: String(page) });
  const params = new URLSearchParams(kept.flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
  return `/people?${params}`;
};

/** The way through the list, with the filters kept. */
export const PeoplePages = ({ filter, ...counts }: Props) => (
  <ListPages of="people" page={filter.page} {...counts} hrefOf={(to) => hrefOf(filter, to)} />
);
