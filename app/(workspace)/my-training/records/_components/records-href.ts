import type { RecordFilter } from "@/lib/records/schema";

/** The list with these filters in its address; the first page where none is named. */
export function recordsHref({ kind, state, search }: Omit<RecordFilter, "page">, page = 1): string {
  const kept = Object.entries({ kind, state, search, page: page > 1 ? String(page) : "" });
  const params = new URLSearchParams(kept.flatMap(([key, value]) => (value ? [[key, value]] : [])));
  return params.size === 0 ? "/my-training/records" : `/my-training/records?${params}`;
}
