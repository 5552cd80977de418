import { addDays, type PlainDay } from "@/lib/domain/calendar";
import { toDbDay } from "@/lib/platform/days";
import { dayOf, idOf, instantOn } from "./days";
import type { Plan } from "./plan";
import { personId, tell, type World } from "./world";

/** What several people worked on, with a record proposed to each, and drills that are planned. */
export function tellEvents(world: World) {
  for (const event of world.plan.events) tellEvent(world, event, dayOf(event.on, world.today));
  for (const drill of world.plan.drills) tellDrill(world, drill);
}

function tellEvent(world: World, event: Plan["events"][number], happenedOn: PlainDay) {
  const { kind, title, what, incident, evidence, parts } = event;
  const at = instantOn(happenedOn, 17, `event ${title}`);
  const id = idOf(`event ${title}`, at);
  const by = personId(world, event.by);
  const said = { kind, title, what: what.trim(), tlp: "AMBER", incidentRef: incident ?? null, subCases: [] };
  world.rows.sharedEvent.push({ id, ...said, happenedOn: toDbDay(happenedOn), loggedById: by, loggedAt: at });
  for (const [position, value] of evidence.entries()) {
    world.rows.eventEvidence.push({ id: idOf(`${id} ${value}`, at), eventId: id, kind: "ticket", value, position });
  }
  const people = parts.map((part) => ({ ...part, personId: personId(world, part.person) }));
  for (const { did, supervision, personId: who } of people) {
    const participationId = idOf(`${id} ${who}`, at);
    world.rows.eventParticipation.push({ id: participationId, eventId: id, personId: who, did, supervision });
    world.rows.proposedRecord.push({ id: idOf(`proposal ${id} ${who}`, at), participationId, personId: who });
  }
  const personIds = people.map((each) => each.personId);
  const body = { eventId: id, kind, happenedOn, personIds, proposals: people.length, drillId: null, correctsId: null };
  tell(world, at, { action: "EventLogged", actorId: by, subjectId: id, body });
}

/** All scenes of one case. */
function tellDrill(world: World, drill: Plan["drills"][number]) {
  const { title, note } = drill;
  const at = instantOn(dayOf(drill.on, world.today), 16, `drill ${title}`);
  const id = idOf(`drill ${title}`, at);
  const by = personId(world, drill.by);
  const plannedOn = addDays(world.today, drill.in);
  const subCases = world.curriculum.structure.drillCases.flatMap((each) =>
    each.code === drill.scenes ? each.subCases : [],
  );
  const own = { id, kind: "drillCase", title, note, subCases, plannedById: by, plannedAt: at };
  world.rows.plannedDrill.push({ ...own, plannedOn: toDbDay(plannedOn) });
  const personIds = drill.people.map((key) => personId(world, key));
  world.rows.drillInvitation.push(...personIds.map((each) => ({ drillId: id, personId: each })));
  const body = { drillId: id, plannedOn, personIds, subCases };
  tell(world, at, { action: "DrillPlanned", actorId: by, subjectId: id, body });
}
