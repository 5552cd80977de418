import type { z } from "zod";
import { bookWords } from "@/components/task-book/book-words";
import { type BookSeen, taskBookPaper } from "@/components/task-book/task-book-paper";
import type { Printed } from "@/components/training-record/training-record-paper";
import { curriculumWords } from "@/lib/curriculum/queries";
import type { Actor } from "@/lib/domain/access";
import type { Locale } from "@/lib/platform/format";
import type { stepPath } from "@/lib/trainees/schema";
import { listTraining, stepIn } from "@/lib/training/queries";
import { noteVisit } from "@/lib/visit/commands";

type Reader = { readonly actor: Actor; readonly organisation: Printed["organisation"] } & Printed["by"];
type Path = z.output<typeof stepPath>;

/** The book of a STEP in the reader's words, and what notes that it was opened; null where it is not theirs to see. */
export async function findBook({ actor, organisation, ...by }: Reader, path: Path, locale: Locale, at: Date) {
  const { personId, enrolmentId, step } = path;
  const found = stepIn(await listTraining(actor, personId, at), { enrolmentId, step: String(step) });
  if (!found) return null;
  const { today, training } = found.enrolment;
  const seen: BookSeen = { ...found, trainee: training.trainee };
  return {
    person: training.trainee,
    paper: taskBookPaper(seen, bookWords(await curriculumWords(locale)), { by, at, organisation }),
    noteOpening: () => noteVisit(actor, { subjectId: personId, place: "trainee", on: today }, at),
  };
}
