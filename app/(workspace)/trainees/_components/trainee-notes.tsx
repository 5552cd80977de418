import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { NoteList } from "@/components/mentoring/note-list";
import { SectionHeading } from "@/components/ui/section-heading";
import type { Actor } from "@/lib/domain/access";
import { mayReadNotes, mayWriteNote } from "@/lib/domain/mentor-note";
import { listNotes } from "@/lib/mentor-note/queries";
import { LONGEST_NOTE } from "@/lib/mentor-note/schema";
import { newId } from "@/lib/platform/ids";
import { getTranslations } from "@/lib/platform/words";
import type { EnrolmentView } from "@/lib/training/queries";
import { takeBackNoteAction, writeNoteAction } from "../actions";

type Props = { actor: Actor; enrolments: readonly EnrolmentView[] };

/** 所見 about a trainee, for their mentors and managers; mentors write. Nothing for others. */
export async function TraineeNotes({ actor, enrolments }: Props) {
  const refs = enrolments.map(({ training }) => training.ref);
  const [first] = enrolments;
  if (!first || !mayReadNotes(actor, refs)) return null;
  const { ref, team } = first.training;
  const [t, notes] = [await getTranslations("mentoring.notes"), await listNotes(actor, ref.traineeId)];
  return (
    <section className="sec" id="notes">
      <SectionHeading note={t("readBy")}>{t("title")}</SectionHeading>
      {notes.length === 0 && <p className="small sub">{t("none")}</p>}
      <NoteList notes={notes} timeZone={team.timeZone} today={first.today} takeBack={takeBackNoteAction} />
      {mayWriteNote(actor, refs) && (
        <Form action={writeNoteAction} onceKey={newId()} className="narrow-page">
          <HiddenField name="personId" value={ref.traineeId} />
          <TextArea name="text" label={t("text")} hint={t("hint")} required max={LONGEST_NOTE} rows={3} />
          <div className="form-foot">
            <SubmitButton pending={t("writing")}>{t("write")}</SubmitButton>
          </div>
        </Form>
      )}
    </section>
  );
}
