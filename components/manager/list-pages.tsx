import { PAGE_SIZE, Pagination } from "@/components/ui/pagination";

type Words = {
  pages: string;
  range: (values: { total: number; from: number; to: number }) => string;
  previous: string;
  next: string;
};
type Props = { page: number; shown: number; total: number; hrefOf: (page: number) => string; words: Words };

/** Where in a list of fifty a page, and the way on. */
export function ListPages({ page, shown, total, hrefOf, words }: Props) {
  const before = (page - 1) * PAGE_SIZE;
  const to = before + shown;
  return (
    <Pagination
      label={words.pages}
      range={words.range({ total, from: before + 1, to })}
      {...(page > 1 && { previous: { href: hrefOf(page - 1), label: words.previous } })}
      {...(to < total && { next: { href: hrefOf(page + 1), label: words.next } })}
    />
  );
}
