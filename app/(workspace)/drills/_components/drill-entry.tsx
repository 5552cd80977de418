import { getLocale } from "next-intl/server";
import { DrillForm } from "@/components/drill/drill-form";
import { curriculumWords } from "@/lib/curriculum/queries";
import type { Actor } from "@/lib/domain/access";
import { listNameable } from "@/lib/event/queries";
import type { Choosing } from "@/lib/event/schema";
import { now } from "@/lib/platform/clock";
import { todayIn } from "@/lib/platform/days";
import { DEFAULT_ZONE } from "@/lib/platform/format";
import { newId } from "@/lib/platform/ids";
import { chooseHrefOf, keptOf } from "../../events/_components/choose-people";
import { planDrillAction } from "../actions";

/** The second of two pages: the day, the scenes, what those invited should know. */
export async function DrillEntry({ actor, choosing }: { actor: Actor; choosing: Choosing }) {
  const { person, scene, kind } = choosing;
  const [listed, words] = await Promise.all([
    listNameable(actor, { for: "drill", chosen: person, q: null }),
    curriculumWords(await getLocale()),
  ]);
  return (
    <DrillForm
      people={listed.filter(({ id }) => person.includes(id))}
      words={words}
      kind={kind === "exercise" ? "exercise" : "drillCase"}
      scenes={scene}
      today={todayIn(DEFAULT_ZONE, now())}
      onceKey={newId()}
      chooseHref={chooseHrefOf("/drills/new", person, keptOf(choosing))}
      action={planDrillAction}
    />
  );
}
