import { PAGE_SIZE, Pagination } from "@/components/ui/pagination";
import { useTranslations } from "@/lib/platform/words";
import type { RecordFilter } from "@/lib/records/schema";
import { recordsHref } from "./records-href";

type Props = { filter: RecordFilter; total: number; shown: number };

/** The way through the list, with the filters kept. */
export function RecordPages({ filter, total, shown }: Props) {
  const t = useTranslations("records.list");
  const m = useTranslations("myRecords.list");
  const { page } = filter;
  const before = (page - 1) * PAGE_SIZE;
  const to = before + shown;
  if (shown === 0) return null;
  return (
    <Pagination
      label={t("pages")}
      range={m("range", { total, from: before + 1, to })}
      {...(page > 1 && { previous: { href: recordsHref(filter, page - 1), label: m("previous") } })}
      {...(to < total && { next: { href: recordsHref(filter, page + 1), label: m("next") } })}
    />
  );
}
