import { PAGE_SIZE, Pagination } from "@/components/ui/pagination";
import { useTranslations } from "@/lib/platform/words";

type Props = {
  page: number;
  /** How many of them this page shows, and how many there are. */
  shown: number;
  total: number;
  hrefOf: (page: number) => string;
  of?: "entries" | "people" | "lines";
};

/** Where in a list of fifty a page, and the way on; nothing where the page has nothing. */
export function ListPages({ page, shown, total, hrefOf, of = "entries" }: Props) {
  const t = useTranslations("ui.pagination");
  if (shown === 0) return null;
  const before = (page - 1) * PAGE_SIZE;
  const to = before + shown;
  const size = PAGE_SIZE;
  return (
    <Pagination
      label={t("label")}
      range={t(`${of}.range`, { total, from: before + 1, to })}
      {...(page > 1 && { previous: { href: hrefOf(page - 1), label: t(`${of}.previous`, { size }) } })}
      {...(to < total && { next: { href: hrefOf(page + 1), label: t(`${of}.next`, { size }) } })}
    />
  );
}
