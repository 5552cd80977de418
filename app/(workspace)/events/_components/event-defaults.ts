import type { Actor } from "@/lib/domain/access";
import { findDrill } from "@/lib/drill/queries";
import type { DrillSeen } from "@/lib/drill/schema";
import type { Choosing, EventSeen } from "@/lib/event/schema";
import type { FormValues } from "@/lib/platform/action-state";
import { uuid } from "@/lib/platform/fields";

/** A drill that the actor planned and that is still to be held, as the address of a new event names it. */
export async function findDrillToHold(actor: Actor, asked: unknown): Promise<DrillSeen | null> {
  const id = uuid().safeParse(asked);
  const drill = id.success ? await findDrill(actor, id.data) : null;
  return drill?.isOwn && drill.state === "planned" ? drill : null;
}

/** What a form of a new event begins with. */
export function newDefaults({ kind, scene }: Choosing, drill: DrillSeen | null, today: string): FormValues {
  if (!drill) return { "subCases[]": [...scene], ...(kind && { kind: [kind] }) };
  const { plannedOn, title, subCases } = drill;
  const happenedOn = plannedOn < today ? plannedOn : today;
  return { kind: [drill.kind], title: [title], "subCases[]": [...subCases], happenedOn: [happenedOn] };
}

/** What an event says, as its form holds it. */
export function defaultsOf(event: EventSeen): FormValues {
  const { kind, happenedOn, title, what, tlp, incidentRef, periodCovered, subCases, evidence, parts } = event;
  const single = { kind, happenedOn, title, what, tlp, incidentRef, periodCovered };
  const given = Object.entries(single).map(([name, value]) => [name, value === null ? [] : [value]]);
  const each = parts.flatMap(({ person, did, supervision, mentor }) => [
    [`did:${person.id}`, [did]],
    [`supervision:${person.id}`, supervision === null ? [] : [String(supervision)]],
    [`mentor:${person.id}`, mentor ? [mentor.id] : []],
  ]);
  return {
    ...Object.fromEntries([...given, ...each]),
    "subCases[]": [...subCases],
    evidence: [evidence.map(({ value }) => value).join("\n")],
  };
}
