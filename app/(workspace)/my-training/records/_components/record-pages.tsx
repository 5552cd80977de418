import { ListPages } from "@/components/layout/list-pages";
import type { RecordFilter } from "@/lib/records/schema";
import { recordsHref } from "./records-href";

type Props = { filter: RecordFilter; total: number; shown: number };

/** The way through the list, with the filters kept. */
export const RecordPages = ({ filter, ...counts }: Props) => (
  <ListPages page={filter.page} {...counts} hrefOf={(to) => recordsHref(filter, to)} />
);
