import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { choosing } from "@/lib/event/schema";
import { now } from "@/lib/platform/clock";
import { todayIn } from "@/lib/platform/days";
import { DEFAULT_ZONE } from "@/lib/platform/format";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { ChoosePeople, chooseHrefOf } from "../../_components/choose-people";
import { defaultsOf } from "../../_components/event-defaults";
import { EventEntry } from "../../_components/event-entry";
import { requireOpenEvent } from "../../_components/own-event";
import { correctEventAction } from "../../actions";

export const generateMetadata = titled("sharedEvents.form", "correctTitle");

export default async function CorrectEventPage({ params, searchParams }: PageProps<"/events/[eventId]/correct">) {
  const actor = await requireActor();
  const event = await requireOpenEvent(actor, params);
  const asked = choosing.parse(await searchParams);
  const t = await getTranslations("sharedEvents");
  const people = asked.person.length > 0 ? asked.person : event.parts.map(({ person }) => person.id);
  const isChoosing = asked.choose !== null;
  const path = `/events/${event.eventId}`;
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: path, label: event.title }, { label: t("form.correctTitle") }]} />
      <PageHead title={isChoosing ? t("choose.title") : t("form.correctTitle")} />
      <p className="lead">{t("form.correctLead")}</p>
      {isChoosing ? (
        <ChoosePeople actor={actor} purpose="event" choosing={{ ...asked, person: people }} kept={[]} />
      ) : (
        <EventEntry
          actor={actor}
          people={people}
          defaults={defaultsOf(event)}
          today={todayIn(DEFAULT_ZONE, now())}
          hidden={{ eventId: event.eventId }}
          chooseHref={chooseHrefOf(`${path}/correct`, people, [])}
          isCorrection
          action={correctEventAction}
        />
      )}
    </>
  );
}
