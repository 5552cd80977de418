import { curriculumWords, findWording, latestEdition } from "@/lib/curriculum/queries";
import { todayIn } from "@/lib/platform/days";
import { DEFAULT_ZONE } from "@/lib/platform/format";
import { policyDefinitions } from "@/lib/policy/queries";
import { dayOf, instantOn } from "./days";
import { tellBasicEducation, tellRoleGroup } from "./enrolments";
import { tellEvents } from "./events";
import { tellLife } from "./life";
import { tellMaterials } from "./materials";
import { tellMentoring } from "./mentoring";
import { tellOrganisation } from "./organisation";
import { readPlan } from "./plan";
import { tellPolicy } from "./policy";
import { tellDrafts } from "./work";
import { noRows, personId, type World } from "./world";

/** The whole demo organisation as it stands on the day of `now`: the same day gives the same rows. */
export async function tellDemo({ now, passwordHash }: { now: Date; passwordHash: string }): Promise<World> {
  const plan = readPlan("content/demo");
  const today = todayIn(DEFAULT_ZONE, now);
  const world: World = {
    plan,
    today,
    curriculum: await latestEdition(),
    wording: await findWording(),
    words: { ja: await curriculumWords("ja"), en: await curriculumWords("en") },
    definitions: await policyDefinitions(),
    foundedAt: instantOn(dayOf(plan.organisation.founded, today), 9, "founded"),
    rows: noRows(),
    events: [],
  };
  tellOrganisation(world, passwordHash);
  tellPolicy(world);
  tellMaterials(world);
  for (const basic of plan.basic) tellBasicEducation(world, basic);
  for (const enrolment of plan.enrolments) tellRoleGroup(world, enrolment);
  tellEvents(world);
  tellLife(world);
  tellMentoring(world);
  tellDrafts(world, (key) => personId(world, key));
  return world;
}
