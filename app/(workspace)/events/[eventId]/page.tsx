import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { EventFacts } from "@/components/event/event-facts";
import { EventNotes } from "@/components/event/event-notes";
import { EventPeople } from "@/components/event/event-people";
import { EventVerify } from "@/components/event/event-verify";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { findEvent } from "@/lib/event/queries";
import { eventPath } from "@/lib/event/schema";
import { formatDay } from "@/lib/platform/format";
import { newId } from "@/lib/platform/ids";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { asked } from "../../_components/asked";
import { DoneToast } from "../../_components/done-toast";
import { EventActs } from "../_components/event-acts";
import { noteVisits } from "../_components/note-visits";
import { isOpen } from "../_components/own-event";
import { annotateEventAction, verifyEventAction } from "../actions";

export const generateMetadata = titled("sharedEvents", "title");

export default async function EventPage({ params, searchParams }: PageProps<"/events/[eventId]">) {
  const actor = await requireActor();
  const { eventId } = await asked(eventPath, params);
  const event = await findEvent(actor, eventId);
  if (!event) notFound();
  noteVisits(actor, event);
  const locale = await getLocale();
  const [t, words] = await Promise.all([getTranslations("sharedEvents"), curriculumWords(locale)]);
  const title = event.title || t("untitled");
  const day = formatDay(event.happenedOn, locale, { weekday: true });
  return (
    <>
      <DoneToast done={(await searchParams).done} />
      <Breadcrumb label={t("where")} trail={[{ href: "/events", label: t("title") }, { label: title }]} />
      <PageHead
        title={title}
        sub={t("page.sub", { day, kind: t(`kinds.${event.kind}`) })}
        {...(isOpen(event) && { actions: <EventActs eventId={eventId} /> })}
      />
      <EventFacts event={event} words={words} />
      <EventVerify event={event} words={words} action={verifyEventAction} />
      <EventPeople parts={event.parts} words={words} />
      <EventNotes event={event} locale={locale} onceKey={newId()} action={annotateEventAction} />
    </>
  );
}
