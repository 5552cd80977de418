import { recordWords } from "@/components/training-record/record-words";
import { type Printed, trainingRecordPaper } from "@/components/training-record/training-record-paper";
import { curriculumWords } from "@/lib/curriculum/queries";
import type { Actor } from "@/lib/domain/access";
import type { Locale } from "@/lib/platform/format";
import { noteReading } from "@/lib/reading/commands";
import { findTrainingRecord } from "@/lib/training-record/queries";
import { noteVisit } from "@/lib/visit/commands";

type Reader = { readonly actor: Actor; readonly organisation: Printed["organisation"] } & Printed["by"];

/** The record in the reader's words, and what notes that it was opened; null where it is not theirs to see. */
export async function findPaper({ actor, organisation, ...by }: Reader, personId: string, locale: Locale, at: Date) {
  const seen = await findTrainingRecord(actor, personId, at);
  if (!seen) return null;
  const worded = recordWords(await curriculumWords(locale));
  return {
    person: seen.person,
    paper: trainingRecordPaper(seen, worded, { by, at, organisation }),
    books: seen.books,
    noteOpening: async () => {
      await noteVisit(actor, { subjectId: personId, place: "ledger", on: seen.today }, at);
      await noteReading(actor, { personId, grantIds: seen.readingGrantIds });
    },
  };
}
