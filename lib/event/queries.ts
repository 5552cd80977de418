import "server-only";
import type { Actor } from "@/lib/domain/access";
import { claimsServed, type OpenCriterion, recordOf } from "@/lib/domain/proposal";
import type { RecordDraft } from "@/lib/domain/record";
import { db } from "@/lib/platform/db";
import { person } from "@/lib/platform/sql";
import { type EnrolmentView, stepsToClaim } from "@/lib/training/queries";
import { Prisma } from "@/prisma/generated/client";
import { type LoadedProposal, loadEventSeen, loadProposal } from "./records";
import type { EventListed, EventSeen, NamedView, WhatWaits } from "./schema";
import { eventReadBy, eventSeenBy, nameableBy, ownOrViewable } from "./scope";

export const EVENTS_A_PAGE = 50;
/** As many as a page offers to choose from. */
export const PEOPLE_OFFERED = 50;

const holding = (q: string | null) => {
  if (q === null) return Prisma.sql`true`;
  const like = `%${q.normalize("NFKC").replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`(p.name ilike ${like} or replace(p.name, ' ', '') ilike ${like} or p.reading ilike ${like} or p."latinName" ilike ${like})`;
};

/** For an event whoever may be named, for a drill whose training the actor may see. */
const SCOPES = { event: nameableBy, drill: ownOrViewable };
type Asked = { readonly for: keyof typeof SCOPES; readonly chosen: readonly string[]; readonly q: string | null };

/** Those chosen, and others to choose from, by reading. One statement. */
export async function listNameable(actor: Actor, { for: purpose, chosen, q }: Asked): Promise<readonly NamedView[]> {
  const isChosen = Prisma.sql`p.id = any(${[...chosen]}::uuid[])`;
  return db().$queryRaw<NamedView[]>`
    with offered as materialized (
      select e."personId" as id, (array_agg(e."teamId" order by e."enrolledOn"))[1] as "teamId", array_agg(e.id) as enrolments
        from "Enrolment" e where e."endedOn" is null and ${SCOPES[purpose](actor)} group by e."personId")
    select p.id, p.name, p."latinName", t."nameJa" as "teamJa", t."nameEn" as "teamEn", t."timeZone",
           (select coalesce(json_agg(distinct jsonb_build_object('id', m.id, 'name', m.name, 'latinName', m."latinName")), '[]')
              from "Enrolment" e join "Mentorship" ms on ms."endedAt" is null
               and (e."roleGroupCode" is null or ms."roleGroupCode" = e."roleGroupCode")
               and (ms."teamId" is null or exists (select 1 from "TeamAncestor" a where a."teamId" = e."teamId" and a."ancestorId" = ms."teamId"))
              join "Person" m on m.id = ms."personId" and m."deactivatedAt" is null and m.id <> p.id
             where e."personId" = p.id and e."endedOn" is null and ${isChosen}) as mentors
      from offered join "Person" p on p.id = offered.id join "Team" t on t.id = offered."teamId"
     where ${isChosen} or ${holding(q)}
     order by ${isChosen} desc, p.reading, p.id limit ${PEOPLE_OFFERED + chosen.length}`;
}

/** Events that the actor sees, the latest first. One statement. */
export async function listEvents(actor: Actor, page: number) {
  const rows = await db().$queryRaw<(EventListed & { total: number })[]>`
    select v.id as "eventId", v.kind, to_char(v."happenedOn", 'YYYY-MM-DD') as "happenedOn", v.tlp,
           case when ${eventReadBy(actor)} then v.title else '' end as title, ${person("b")} as "loggedBy",
           (select count(*)::int from "EventParticipation" x where x."eventId" = v.id) as people,
           (select count(distinct r."personId")::int from "ProposedRecord" r join "EventParticipation" x on x.id = r."participationId"
             where x."eventId" = v.id and r."recordId" is not null) as confirmed,
           v."endedAt" is not null as ended, count(*) over ()::int as total
      from "SharedEvent" v join "Person" b on b.id = v."loggedById"
     where ${eventSeenBy(actor)} and not exists (select 1 from "SharedEvent" n where n."correctsId" = v.id)
     order by v."happenedOn" desc, v.id desc limit ${EVENTS_A_PAGE} offset ${(page - 1) * EVENTS_A_PAGE}`;
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** An event with what the actor may see of it. One statement. */
export const findEvent = (actor: Actor, eventId: string): Promise<EventSeen | null> =>
  loadEventSeen(db(), eventId, actor);

/** The actor's own proposals that nobody has answered, and drills that they are asked to. One statement. */
export async function findWhatWaits({ id }: Actor): Promise<WhatWaits> {
  const [row] = await db().$queryRaw<WhatWaits[]>`
    select
      (select coalesce(json_agg(json_build_object('proposalId', r.id, 'kind', v.kind, 'happenedOn', to_char(v."happenedOn", 'YYYY-MM-DD'),
                'title', v.title, 'subCase', r."subCase", 'loggedBy', ${person("b")}) order by v."happenedOn", r.id), '[]')
         from "ProposedRecord" r join "EventParticipation" q on q.id = r."participationId" join "SharedEvent" v on v.id = q."eventId"
         join "Person" b on b.id = v."loggedById"
        where r."personId" = ${id}::uuid and r."answeredAt" is null and v."endedAt" is null) as proposals,
      (select coalesce(json_agg(json_build_object('drillId', d.id, 'kind', d.kind, 'plannedOn', to_char(d."plannedOn", 'YYYY-MM-DD'),
                'title', d.title, 'subCases', d."subCases", 'plannedBy', ${person("b")}) order by d."plannedOn", d.id), '[]')
         from "DrillInvitation" i join "PlannedDrill" d on d.id = i."drillId" join "Person" b on b.id = d."plannedById"
        where i."personId" = ${id}::uuid and d."cancelledAt" is null
          and not exists (select 1 from "SharedEvent" v where v."drillId" = d.id and v."endedAt" is null)) as invitations`;
  return row ?? { proposals: [], invitations: [] };
}

export type ProposalView = LoadedProposal & {
  readonly proposalId: string;
  readonly loggedBy: { readonly name: string; readonly latinName: string };
};

/** A proposal to the actor; null where it is not there or not theirs. A few statements, whatever it holds. */
export async function findProposal(actor: Actor, proposalId: string): Promise<ProposalView | null> {
  const found = await loadProposal(db(), proposalId, actor.id);
  if (!found) return null;
  const loggedBy = await db().person.findUniqueOrThrow({
    where: { id: found.loggedById },
    select: { name: true, latinName: true },
  });
  return { ...found, proposalId, loggedBy };
}

/** The record that is proposed, with a claim on every open criterion that it serves. */
export function proposedRecord(proposal: ProposalView, enrolments: readonly EnrolmentView[]): RecordDraft {
  const record = recordOf(proposal.event, proposal.part, proposal.subCase);
  return { ...record, claims: claimsServed(record, enrolments.flatMap(openCriteria)) };
}

/** What comes next in an enrolment is its first STEP that is not signed off; the rest lies ahead. */
function openCriteria(enrolment: EnrolmentView): readonly OpenCriterion[] {
  const steps = stepsToClaim(enrolment);
  const next = Math.min(...steps.map(({ step }) => step));
  const { enrolmentId } = enrolment.training.ref;
  return steps.flatMap(({ step, policy, progress }) =>
    (progress?.criteria ?? []).flatMap(({ criterionCode, met }) => {
      const criterion = enrolment.curriculum.criterion(criterionCode);
      return criterion ? [{ enrolmentId, criterion, met, policy, isAhead: step !== next }] : [];
    }),
  );
}
