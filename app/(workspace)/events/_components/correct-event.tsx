import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import type { Actor } from "@/lib/domain/access";
import type { Choosing, EventSeen } from "@/lib/event/schema";
import { getTranslations } from "@/lib/platform/words";
import { correctEventAction } from "../actions";
import { ChoosePeople, chooseHrefOf } from "./choose-people";
import { defaultsOf } from "./event-defaults";
import { EventEntry } from "./event-entry";

type Props = { actor: Actor; event: EventSeen; asked: Choosing };

/** The event as it was logged, to be sent once more as a new one; who took part may be chosen again. */
export async function CorrectEvent({ actor, event, asked }: Props) {
  const t = await getTranslations("sharedEvents");
  const people = asked.person.length > 0 ? asked.person : event.parts.map(({ person }) => person.id);
  const choosing = { ...asked, person: people };
  const isChoosing = asked.choose !== null;
  const trail = [{ href: `/events/${event.eventId}`, label: event.title }, { label: t("form.correctTitle") }];
  return (
    <>
      <Breadcrumb label={t("where")} trail={trail} />
      <PageHead title={isChoosing ? t("choose.title") : t("form.correctTitle")} />
      <p className="lead">{t("form.correctLead")}</p>
      {isChoosing ? (
        <ChoosePeople actor={actor} purpose="event" choosing={choosing} kept={[]} />
      ) : (
        <Entry actor={actor} event={event} asked={choosing} />
      )}
    </>
  );
}

const Entry = ({ actor, event, asked: { person } }: Props) => (
  <EventEntry
    actor={actor}
    people={person}
    defaults={defaultsOf(event)}
    hidden={{ eventId: event.eventId }}
    chooseHref={chooseHrefOf(`/events/${event.eventId}/correct`, person, [])}
    isCorrection
    action={correctEventAction}
  />
);
