import { NoteList } from "@/components/mentoring/note-list";
import { SectionHeading } from "@/components/ui/section-heading";
import type { Actor } from "@/lib/domain/access";
import { listNotes } from "@/lib/mentor-note/queries";
import { getTranslations } from "@/lib/platform/words";
import type { EnrolmentView } from "@/lib/training/queries";

type Props = { actor: Actor; enrolments: readonly EnrolmentView[] };

/** 所見 of one's own mentors. Nothing while nobody has written one. */
export async function OwnNotes({ actor, enrolments }: Props) {
  const notes = await listNotes(actor, actor.id);
  const [first] = enrolments;
  if (!first || notes.length === 0) return null;
  const t = await getTranslations("mentoring.notes");
  return (
    <section className="sec" id="notes">
      <SectionHeading>{t("title")}</SectionHeading>
      <NoteList notes={notes} timeZone={first.training.team.timeZone} today={first.today} />
    </section>
  );
}
