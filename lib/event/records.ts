import "server-only";
import type { Actor } from "@/lib/domain/access";
import type { TlpLabel } from "@/lib/domain/facts";
import type { Proposal } from "@/lib/domain/proposal";
import type { EvidenceDraft } from "@/lib/domain/record";
import type { Supervision } from "@/lib/domain/rule";
import { type EventDraft, type EventKind, eventContentOf, type LoggedEvent } from "@/lib/domain/shared-event";
import { fromDbDay, fromDbMonth, toDbDay, toDbMonth } from "@/lib/platform/days";
import type { Tx } from "@/lib/platform/db";
import { commit } from "@/lib/platform/digest";
import { DEFAULT_ZONE } from "@/lib/platform/format";
import { newId } from "@/lib/platform/ids";
import { person } from "@/lib/platform/sql";
import { claimWaitsForReview, reviewableBy, viewableBy } from "@/lib/reviews/scope";
import { Prisma } from "@/prisma/generated/client";
import type { EventSeen } from "./schema";
import { eventReadBy, eventSeenBy, personSeenBy } from "./scope";

type Writing = {
  readonly id: string;
  readonly draft: EventDraft;
  readonly loggedById: string;
  readonly drillId: string | null;
  readonly correctsId: string | null;
  readonly now: Date;
};

/** The event, who took part, and the records that it proposes: one for each of them and each scene. Answers what is told of it. */
export async function insertEvent(tx: Tx, { id, draft, now, ...by }: Writing) {
  const { parts, evidence, happenedOn, periodCovered, what, subCases, ...rest } = draft;
  const days = {
    happenedOn: toDbDay(happenedOn),
    periodCovered: periodCovered === null ? null : toDbMonth(periodCovered),
  };
  const own = { ...rest, ...days, ...by, what: what ?? "", subCases: [...subCases], loggedAt: now };
  const { salt, content } = commit(eventContentOf(draft));
  await tx.sharedEvent.create({ data: { id, ...own, salt } });
  await tx.eventEvidence.createMany({
    data: evidence.map((each, position) => ({ ...each, id: newId(now), eventId: id, position })),
  });
  const took = parts.map(({ did, ...part }) => ({ id: newId(now), eventId: id, ...part, did: did ?? "" }));
  await tx.eventParticipation.createMany({ data: took });
  const scenes = subCases.length === 0 ? [null] : subCases;
  const proposals = took.flatMap(({ id: participationId, personId }) =>
    scenes.map((subCase) => ({ id: newId(now), participationId, personId, subCase })),
  );
  await tx.proposedRecord.createMany({ data: proposals });
  return { content, proposed: proposals.map(({ id: proposalId, ...rest }) => ({ proposalId, ...rest })) };
}

/** Who took part in an event; asked before they are locked. */
export const findParticipants = async (tx: Tx, eventId: string): Promise<readonly string[]> =>
  (await tx.eventParticipation.findMany({ where: { eventId }, select: { personId: true } })).map(
    ({ personId }) => personId,
  );

/** An event as far as changing it is concerned, with the drill it came of. Its participants are locked before. */
export async function loadEvent(tx: Tx, id: string): Promise<(LoggedEvent & { drillId: string | null }) | null> {
  const row = await tx.sharedEvent.findUnique({
    where: { id },
    include: { correctedBy: { select: { id: true } } },
  });
  if (!row) return null;
  const confirmed = await tx.proposedRecord.count({
    where: { participation: { eventId: id }, recordId: { not: null } },
  });
  const kind = row.correctedBy ? ("corrected" as const) : ("cancelled" as const);
  return {
    loggedById: row.loggedById,
    drillId: row.drillId,
    tlp: row.tlp as TlpLabel,
    end: row.endedById === null ? null : { byId: row.endedById, kind },
    confirmed,
  };
}

/** Whether the actor sees the event; not there and not to be seen look the same. */
export async function seesEvent(tx: Tx, eventId: string, actor: Actor): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from "SharedEvent" v where v.id = ${eventId}::uuid and ${eventSeenBy(actor)}`;
  return rows.length > 0;
}

export type LoadedProposal = Proposal & {
  readonly eventId: string;
  readonly loggedById: string;
  readonly event: Omit<EventDraft, "parts" | "subCases">;
  readonly part: { did: string | null; supervision: Supervision | null; mentorPresentId: string | null };
  readonly subCase: string | null;
};

/** A proposal to this person, with the event that it comes of. */
export async function loadProposal(tx: Tx, id: string, personId: string): Promise<LoadedProposal | null> {
  const row = await tx.proposedRecord.findFirst({
    where: { id, personId },
    include: {
      participation: { include: { event: { include: { evidence: { orderBy: { position: "asc" } } } } } },
    },
  });
  if (!row) return null;
  const { participation, recordId, subCase } = row;
  const { event, did, supervision, mentorPresentId } = participation;
  return {
    recordId,
    subCase,
    declined: row.answeredAt !== null && recordId === null,
    eventEnded: event.endedAt !== null,
    eventId: event.id,
    loggedById: event.loggedById,
    event: {
      kind: event.kind as EventKind,
      happenedOn: fromDbDay(event.happenedOn),
      title: event.title,
      what: event.what || null,
      tlp: event.tlp as TlpLabel,
      incidentRef: event.incidentRef,
      periodCovered: event.periodCovered && fromDbMonth(event.periodCovered),
      evidence: event.evidence.map(({ kind, value }): EvidenceDraft => ({ kind, value })),
    },
    part: { did: did || null, supervision: supervision as Supervision | null, mentorPresentId },
  };
}

/** Of these records the ones that came of the event. */
export async function recordsOfEvent(
  tx: Tx,
  eventId: string,
  recordIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.proposedRecord.findMany({
    where: { participation: { eventId }, recordId: { in: [...recordIds] } },
    select: { recordId: true },
  });
  return rows.flatMap(({ recordId }) => recordId ?? []);
}

/** Of those who took part, the team of the enrolment that runs longest says where the event's days begin. */
const zoneOf = Prisma.sql`(
  select coalesce((
    select t."timeZone" from "EventParticipation" z join "Enrolment" e on e."personId" = z."personId" join "Team" t on t.id = e."teamId"
     where z."eventId" = v.id order by e."endedOn" is not null, e."enrolledOn", e.id limit 1), ${DEFAULT_ZONE}) as name)`;

const dayOf = (instant: string) => Prisma.raw(`to_char(${instant} at time zone zone.name, 'YYYY-MM-DD')`);

/** The record as it stands after every correction, for its person and for who may see the training that it counts in. */
const recordSeen = (actor: Actor) => Prisma.sql`(
  select json_build_object('recordId', r.id, 'isCorrection', r."correctsId" is not null, 'isWithdrawn', r."withdrawnAt" is not null,
           'did', case when readable.yes then r.did else '' end, 'learned', case when readable.yes then r.learned else '' end,
           'isReadable', readable.yes, 'supervision', r.supervision,
           'mentorPresent', (select ${person("m")} from "Person" m where m.id = r."mentorPresentId"),
           'evidence', (select coalesce(json_agg(json_build_object('kind', ev.kind, 'value', ev.value) order by ev.position), '[]')
                          from "Evidence" ev where ev."recordId" = r.id and readable.yes),
           'claims', (select coalesce(json_agg(json_build_object('claimId', c.id, 'roleGroupCode', e."roleGroupCode",
                        'criterionCode', c."criterionCode", 'parts', c.parts,
                        'state', case when not c."isUnverified" then 'verified' when ${claimWaitsForReview} then 'waiting' else 'sentBack' end,
                        'isMine', ${claimWaitsForReview} and r."withdrawnAt" is null and ${reviewableBy(actor)}) order by c."criterionCode", c.id), '[]')
                        from "RecordClaim" c join "Enrolment" e on e.id = c."enrolmentId"
                       where c."recordId" = r.id and c."withdrawnAt" is null and (e."personId" = ${actor.id}::uuid or ${viewableBy(actor)})))
    from chain join "PracticeRecord" r on r.id = chain.id
   cross join lateral (select r.tlp <> 'RED' or ${actor.id}::uuid in (r."personId", coalesce(r."mentorPresentId", r."personId")) as yes) readable
   where chain."proposalId" = s.id and not exists (select 1 from "PracticeRecord" n where n."correctsId" = r.id)
     and (r."personId" = ${actor.id}::uuid or exists (select 1 from "RecordClaim" c join "Enrolment" e on e.id = c."enrolmentId"
           where c."recordId" = r.id and ${viewableBy(actor)})))`;

const partsSeen = (actor: Actor) => Prisma.sql`(
  select coalesce(json_agg(json_build_object('person', ${person("p")}, 'isSeen', seen.yes,
           'did', case when told.yes then q.did else '' end, 'supervision', case when told.yes then q.supervision end,
           'mentor', case when told.yes then (select ${person("m")} from "Person" m where m.id = q."mentorPresentId") end,
           'proposals', (select coalesce(json_agg(json_build_object('proposalId', s.id, 'subCase', s."subCase",
               'state', case when s."recordId" is not null then 'confirmed' when s."answeredAt" is not null then 'declined' else 'open' end,
               'declineReason', case when seen.yes then s."declineReason" end,
               'record', case when seen.yes then ${recordSeen(actor)} end) order by s."subCase", s.id), '[]')
             from "ProposedRecord" s where s."participationId" = q.id)) order by p.reading, p.id), '[]')
    from "EventParticipation" q join "Person" p on p.id = q."personId"
   cross join lateral (select ${personSeenBy(actor, 'q."personId"')} as yes) seen
   cross join lateral (select seen.yes or v."loggedById" = ${actor.id}::uuid as yes) told
   where q."eventId" = v.id)`;

/** An event with everything about it that the actor may see; null where it is not there, or not theirs to see. One statement. */
export async function loadEventSeen(tx: Tx, eventId: string, actor: Actor): Promise<EventSeen | null> {
  const [row] = await tx.$queryRaw<EventSeen[]>`
    with recursive chain as (
      select s.id as "proposalId", s."recordId" as id from "ProposedRecord" s join "EventParticipation" q on q.id = s."participationId"
       where q."eventId" = ${eventId}::uuid and s."recordId" is not null
      union all
      select chain."proposalId", n.id from chain join "PracticeRecord" n on n."correctsId" = chain.id)
    select v.id as "eventId", v.kind, to_char(v."happenedOn", 'YYYY-MM-DD') as "happenedOn", readable.yes as "isReadable",
           case when readable.yes then v.title else '' end as title, case when readable.yes then v.what else '' end as what, v.tlp,
           case when readable.yes then v."incidentRef" end as "incidentRef", to_char(v."periodCovered", 'YYYY-MM') as "periodCovered", coalesce(v."subCases", '{}') as "subCases",
           (select coalesce(json_agg(json_build_object('kind', x.kind, 'value', x.value) order by x.position), '[]')
              from "EventEvidence" x where x."eventId" = v.id and readable.yes) as evidence,
           ${person("b")} as "loggedBy", ${dayOf('v."loggedAt"')} as "loggedOn", v."loggedById" = ${actor.id}::uuid as "isOwn",
           v."drillId", v."correctsId", (select n.id from "SharedEvent" n where n."correctsId" = v.id) as "correctedById",
           (select json_build_object('by', ${person("m")}, 'on', ${dayOf('v."endedAt"')}, 'reason', v."endReason")
              from "Person" m where m.id = v."endedById") as "end",
           (select coalesce(json_agg(json_build_object('noteId', x.id, 'by', ${person("m")}, 'on', ${dayOf('x."madeAt"')}, 'text', x.text)
                     order by x."madeAt", x.id), '[]') from "EventNote" x join "Person" m on m.id = x."byId" where x."eventId" = v.id) as notes,
           ${partsSeen(actor)} as parts
      from "SharedEvent" v join "Person" b on b.id = v."loggedById"
     cross join lateral (select ${eventReadBy(actor)} as yes) readable
     cross join lateral ${zoneOf} zone
     where v.id = ${eventId}::uuid and ${eventSeenBy(actor)}`;
  return row ?? null;
}
