import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import type { Actor } from "@/lib/domain/access";
import type { DrillSeen } from "@/lib/drill/schema";
import type { Choosing } from "@/lib/event/schema";
import { now } from "@/lib/platform/clock";
import { todayIn } from "@/lib/platform/days";
import { DEFAULT_ZONE } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/words";
import { logEventAction } from "../actions";
import { ChoosePeople, chooseHrefOf, keptOf } from "./choose-people";
import { newDefaults } from "./event-defaults";
import { EventEntry } from "./event-entry";

type Props = { actor: Actor; asked: Choosing; drill: DrillSeen | null };

/** First who took part, then what happened. A drill that was held brings both along. */
export async function NewEvent({ actor, asked, drill }: Props) {
  const t = await getTranslations("sharedEvents");
  const people = asked.person.length > 0 ? asked.person : (drill?.invited.map(({ id }) => id) ?? []);
  const kept = [...keptOf(asked), ...(drill ? [["drill", drill.drillId] as const] : [])];
  const isChoosing = people.length === 0 || asked.choose !== null;
  const choosing = { ...asked, person: people };
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/events", label: t("title") }, { label: t("form.title") }]} />
      <PageHead title={isChoosing ? t("choose.title") : t("form.title")} />
      {drill && <p className="lead">{t("form.fromDrill")}</p>}
      {isChoosing ? (
        <ChoosePeople actor={actor} purpose="event" choosing={choosing} kept={kept} />
      ) : (
        <Entry actor={actor} asked={choosing} drill={drill} chooseHref={chooseHrefOf("/events/new", people, kept)} />
      )}
    </>
  );
}

const Entry = ({ actor, asked, drill, chooseHref }: Props & { chooseHref: string }) => (
  <EventEntry
    actor={actor}
    people={asked.person}
    defaults={newDefaults(asked, drill, todayIn(DEFAULT_ZONE, now()))}
    hidden={drill ? { drillId: drill.drillId } : {}}
    chooseHref={chooseHref}
    isCorrection={false}
    action={logEventAction}
  />
);
