import { getLocale } from "next-intl/server";
import { EventFacts } from "@/components/event/event-facts";
import { EventNotes } from "@/components/event/event-notes";
import { EventPeople } from "@/components/event/event-people";
import { EventVerify } from "@/components/event/event-verify";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import type { EventSeen } from "@/lib/event/schema";
import { formatDay } from "@/lib/platform/format";
import { newId } from "@/lib/platform/ids";
import { getTranslations } from "@/lib/platform/words";
import { annotateEventAction, verifyEventAction } from "../actions";
import { EventActs } from "./event-acts";
import { isOpen } from "./own-event";

/** One event: what happened, what waits for the reader, who took part, what was added. */
export async function EventPageBody({ event }: { event: EventSeen }) {
  const words = await curriculumWords(await getLocale());
  return (
    <>
      <EventHead event={event} />
      <EventFacts event={event} words={words} />
      <EventVerify event={event} words={words} action={verifyEventAction} />
      <EventPeople parts={event.parts} words={words} />
      <EventNotes event={event} locale={words.locale} onceKey={newId()} action={annotateEventAction} />
    </>
  );
}

async function EventHead({ event }: { event: EventSeen }) {
  const [t, locale] = [await getTranslations("sharedEvents"), await getLocale()];
  const title = event.title || t("untitled");
  const day = formatDay(event.happenedOn, locale, { weekday: true });
  const acts = isOpen(event) ? { actions: <EventActs eventId={event.eventId} /> } : {};
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/events", label: t("title") }, { label: title }]} />
      <PageHead title={title} sub={t("page.sub", { day, kind: t(`kinds.${event.kind}`) })} {...acts} />
    </>
  );
}
