import { ListPages } from "@/components/layout/list-pages";
import { TraineeSearch } from "@/components/trainees/trainee-search";
import { TraineeTable } from "@/components/trainees/trainee-table";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { TraineeList } from "@/lib/trainees/schema";
import { NoTrainees } from "./no-trainees";

type Props = TraineeList & { q: string | null; words: CurriculumWords };

/** The search, whom it found, by pages, or what to do where it found nobody. */
export function TraineesFound({ q, rows, total, page, words }: Props) {
  return (
    <>
      <TraineeSearch q={q} />
      {rows.length === 0 ? <NoTrainees q={q} /> : <TraineeTable rows={rows} words={words} />}
      <ListPages of="people" page={page} shown={rows.length} total={total} hrefOf={(to) => hrefOf(q, to)} />
    </>
  );
}

const hrefOf = (q: string | null, page: number) =>
  `/trainees?${new URLSearchParams({ ...(q && { q }), page: String(page) })}`;
