import { PAGE_SIZE, Pagination } from "@/components/ui/pagination";
import type { PeopleFilter } from "@/lib/people/schema";
import { useTranslations } from "@/lib/platform/words";

type Props = { filter: PeopleFilter; total: number; shown: number };

const hrefOf = ({ q, team, affiliation, standing }: PeopleFilter, page: number) => {
  const kept = Object.entries({ q, team, affiliation, standing, page: String(page) });
  const params = new URLSearchParams(kept.flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
  return `/people?${params}`;
};

/** The way through the list, with the filters kept. */
export function PeoplePages({ filter, total, shown }: Props) {
  const t = useTranslations("people.pages");
  const { page } = filter;
  const from = (page - 1) * PAGE_SIZE;
  const to = from + shown;
  return (
    <Pagination
      label={t("label")}
      range={t("range", { total, from: Math.min(from + 1, to), to })}
      {...(page > 1 && { previous: { href: hrefOf(filter, page - 1), label: t("previous") } })}
      {...(to < total && shown > 0 && { next: { href: hrefOf(filter, page + 1), label: t("next") } })}
    />
  );
}
