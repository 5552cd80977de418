import { NoteList } from "@/components/mentoring/note-list";
import { SectionHeading } from "@/components/ui/section-heading";
import type { NoteView } from "@/lib/mentor-note/schema";
import { useTranslations } from "@/lib/platform/words";
import type { EnrolmentView } from "@/lib/training/queries";

type Props = { notes: readonly NoteView[]; enrolments: readonly EnrolmentView[] };

/** 所見 of one's own mentors. Nothing while nobody has written one. */
export function OwnNotes({ notes, enrolments }: Props) {
  const t = useTranslations("mentoring.notes");
  const [first] = enrolments;
  if (!first || notes.length === 0) return null;
  return (
    <section className="sec" id="notes">
      <SectionHeading>{t("title")}</SectionHeading>
      <NoteList notes={notes} timeZone={first.training.team.timeZone} today={first.today} />
    </section>
  );
}
