import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Quote } from "@/components/ui/quote";
import { SectionHeading } from "@/components/ui/section-heading";
import type { EventSeen } from "@/lib/event/schema";
import type { FormAction } from "@/lib/platform/action-state";
import { formatDay, formatName, type Locale } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Props = { event: EventSeen; locale: Locale; onceKey: string; action: FormAction };

/** What was added to an event afterwards, and the field for more. */
export function EventNotes({ event: { eventId, notes, tlp, end }, locale, onceKey, action }: Props) {
  const t = useTranslations("sharedEvents.notes");
  return (
    <section className="sec">
      <SectionHeading>{t("title")}</SectionHeading>
      {notes.length === 0 && <p className="hint">{t("none")}</p>}
      {notes.map(({ noteId, by, on, text }) => (
        <Quote key={noteId} by={t("by", { name: formatName(by, locale), day: formatDay(on, locale) })}>
          {text}
        </Quote>
      ))}
      {tlp !== "RED" && end === null && (
        <Form action={action} onceKey={onceKey} className="narrow-page">
          <HiddenField name="eventId" value={eventId} />
          <TextArea name="text" label={t("text")} required max={2000} rows={2} />
          <div className="form-foot">
            <SubmitButton look="outline" pending={t("adding")}>
              {t("add")}
            </SubmitButton>
          </div>
        </Form>
      )}
    </section>
  );
}
