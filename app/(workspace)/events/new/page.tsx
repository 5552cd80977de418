import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { choosing } from "@/lib/event/schema";
import { now } from "@/lib/platform/clock";
import { todayIn } from "@/lib/platform/days";
import { DEFAULT_ZONE } from "@/lib/platform/format";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { ChoosePeople, chooseHrefOf, keptOf } from "../_components/choose-people";
import { findDrillToHold, newDefaults } from "../_components/event-defaults";
import { EventEntry } from "../_components/event-entry";
import { logEventAction } from "../actions";

export const generateMetadata = titled("sharedEvents.form", "title");

export default async function NewEventPage({ searchParams }: PageProps<"/events/new">) {
  const actor = await requireActor();
  const params = await searchParams;
  const asked = choosing.parse(params);
  const [drill, t] = await Promise.all([findDrillToHold(actor, params.drill), getTranslations("sharedEvents")]);
  const people = asked.person.length > 0 ? asked.person : (drill?.invited.map(({ id }) => id) ?? []);
  const kept = [...keptOf(asked), ...(drill ? [["drill", drill.drillId] as const] : [])];
  const isChoosing = people.length === 0 || asked.choose !== null;
  const today = todayIn(DEFAULT_ZONE, now());
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/events", label: t("title") }, { label: t("form.title") }]} />
      <PageHead title={isChoosing ? t("choose.title") : t("form.title")} />
      {drill && <p className="lead">{t("form.fromDrill")}</p>}
      {isChoosing ? (
        <ChoosePeople actor={actor} purpose="event" choosing={{ ...asked, person: people }} kept={kept} />
      ) : (
        <EventEntry
          actor={actor}
          people={people}
          defaults={newDefaults(asked, drill, today)}
          today={today}
          hidden={drill ? { drillId: drill.drillId } : {}}
          chooseHref={chooseHrefOf("/events/new", people, kept)}
          isCorrection={false}
          action={logEventAction}
        />
      )}
    </>
  );
}
