import { Link } from "@/components/ui/link";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { EnrolmentRef } from "@/lib/domain/access";
import type { StepNumber } from "@/lib/domain/proficiency";
import { bookWords, stageIn } from "./book-words";

type Props = { books: readonly (EnrolmentRef & { readonly step: StepNumber })[]; words: CurriculumWords };

/** The way to the books of the STEPs that are open. */
export function TaskBooks({ books, words }: Props) {
  const worded = bookWords(words);
  if (books.length === 0) return null;
  return (
    <p className="book-links no-print">
      {worded.t("books")}
      {books.map(({ enrolmentId, traineeId, roleGroupCode, step }) => (
        <Link key={enrolmentId} href={`/task-books/${traineeId}/${enrolmentId}/${step}`}>
          {stageIn(roleGroupCode, step, worded)}
        </Link>
      ))}
    </p>
  );
}
