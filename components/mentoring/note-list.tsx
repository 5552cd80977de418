import { useLocale } from "next-intl";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Quote } from "@/components/ui/quote";
import type { NoteView } from "@/lib/mentor-note/schema";
import type { FormAction } from "@/lib/platform/action-state";
import { formatFacts, formatInstant, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Props = { notes: readonly NoteView[]; timeZone: string; today: string; takeBack?: FormAction };

/** What mentors wrote, newest first; what was taken back stays as a trace. */
export function NoteList({ notes, timeZone, today, takeBack }: Props) {
  return (
    <ul className="notes">
      {notes.map((note) => (
        <li key={note.noteId} className="py-2">
          <OneNote note={note} timeZone={timeZone} today={today} />
          {note.mayTakeBack && takeBack && <TakeBack noteId={note.noteId} action={takeBack} />}
        </li>
      ))}
    </ul>
  );
}

function OneNote({ note, timeZone, today }: { note: NoteView } & Pick<Props, "timeZone" | "today">) {
  const t = useTranslations("mentoring.notes");
  const locale = useLocale();
  const at = (instant: string) => formatInstant(new Date(instant), locale, { zone: timeZone, today });
  const written = t("by", { name: formatName(note.by, locale), at: at(note.writtenAt) });
  const trace = note.takenBackAt !== null && t("takenBack", { at: at(note.takenBackAt) });
  const by = formatFacts([written, trace], locale);
  return note.text === null ? <p className="small sub">{by}</p> : <Quote by={by}>{note.text}</Quote>;
}

function TakeBack({ noteId, action }: { noteId: string; action: FormAction }) {
  const t = useTranslations("mentoring.notes");
  return (
    <Form action={action} className="mt-1">
      <HiddenField name="noteId" value={noteId} />
      <SubmitButton look="text" size="small" pending={t("takingBack")}>
        {t("takeBack")}
      </SubmitButton>
    </Form>
  );
}
