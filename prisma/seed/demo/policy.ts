import type { PlainDay } from "@/lib/domain/calendar";
import type { PolicyValues } from "@/lib/domain/policy";
import { toDbDay } from "@/lib/platform/days";
import { valuesOf } from "@/lib/policy/records";
import { dayOf, idOf, instantOn } from "./days";
import { personId, tell, type World } from "./world";

/** The numbers and lists that the organisation set. */
export function tellPolicy(world: World) {
  for (const { code, value, from, by, reason } of world.plan.settings) {
    const holdsFrom = dayOf(from, world.today);
    const setAt = instantOn(holdsFrom, 8, `setting ${code} ${from}`);
    const id = idOf(`setting ${code} ${from}`, setAt);
    const setById = personId(world, by);
    world.rows.policySetting.push({ id, code, value, holdsFrom: toDbDay(holdsFrom), reason, setById, setAt });
    const said = Array.isArray(value) ? { entries: value.map((entry) => entry.code) } : { value };
    const body = { settingId: id, code, holdsFrom, ...said };
    tell(world, setAt, { action: "PolicySet", actorId: setById, subjectId: id, body });
  }
}

/** The values as they held on a day. */
export function policyOn({ plan, today, definitions }: World, on: PlainDay): PolicyValues {
  const held = plan.settings
    .map(({ code, value, from }) => ({ code, value, from: dayOf(from, today) }))
    .filter(({ from }) => from <= on)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return valuesOf(definitions, held);
}
