import "server-only";
import type { EvidenceDraft } from "@/lib/domain/record";
import { type EventDraft, eventContentOf } from "@/lib/domain/shared-event";
import type { Standings } from "@/lib/domain/told";
import { type RemarkStanding, remarkStanding } from "@/lib/domain/told-remarks";
import { itemsOf, type PlannedRecord } from "@/lib/domain/work-plan";
import type { Tx } from "@/lib/platform/db";
import { commitmentTo } from "@/lib/platform/digest";
import type { Prisma } from "@/prisma/generated/client";
import { eventContent } from "./scope";

/** How the tables hold what several people share, what mentors sent back, leave and imports, in the words of the events. */

export type Line = readonly [key: string, standing: string];
/** `= any(ids of people)`. */
export type Of = Prisma.Sql;

type PlainRow = { key: string; standing: string };
const linesOf = (rows: readonly PlainRow[]): readonly Line[] => rows.map(({ key, standing }) => [key, standing]);

/** To a text whose salt is gone nothing can be said any more. */
const committed = (salt: string | null, value: unknown) => (salt === null ? "-" : commitmentTo(salt, value));

export const loadOccasions = async (tx: Tx, of: Of): Promise<readonly Line[]> =>
  linesOf(
    await tx.$queryRaw<PlainRow[]>`
    select 'leave ' || l.id as key, concat_ws(' ', to_char(l."fromOn", 'YYYY-MM-DD'), coalesce(to_char(l."toOn", 'YYYY-MM-DD'), '-'),
             l."enteredById", case when l."withdrawnAt" is null then 'stands' else 'withdrawn' end) as standing
      from "Leave" l where l."personId" ${of}
    union all
    select 'proposal ' || s.id, coalesce('confirmed ' || s."recordId", 'declined')
      from "ProposedRecord" s where s."personId" ${of} and s."answeredAt" is not null
    union all
    select concat_ws(' ', 'remarks', k."enrolmentId", k."criterionCode"), count(*)::text
      from "Remark" k join "Enrolment" e on e.id = k."enrolmentId" where e."personId" ${of}
     group by k."enrolmentId", k."criterionCode"`,
  );

type RemarkRow = Omit<RemarkStanding, "content"> & { readonly salt: string; readonly reason: string };

/** Those of which the events tell more than that there are so many. */
export async function loadRemarks(tx: Tx, of: Of): Promise<readonly Line[]> {
  const rows = await tx.$queryRaw<RemarkRow[]>`
    select k.id as "remarkId", concat_ws(' ', k."enrolmentId", k."criterionCode") as about, k."byId", encode(k.salt, 'hex') as salt,
           k.reason, k.answer, k."settledById"
      from "Remark" k join "Enrolment" e on e.id = k."enrolmentId" where e."personId" ${of} and k.salt is not null`;
  return rows.map(({ salt, reason, answer, ...row }) => {
    const content = commitmentTo(salt, reason);
    const standing = remarkStanding({ ...row, content, answer: answer === null ? null : commitmentTo(salt, answer) });
    return [`remark ${row.remarkId}`, standing];
  });
}

type ImportedRow = {
  recordId: string;
  importId: string;
  salt: string | null;
  items: PlannedRecord["items"];
  stands: boolean;
};

export async function loadImported(tx: Tx, of: Of): Promise<readonly Line[]> {
  const rows = await tx.$queryRaw<ImportedRow[]>`
    select i."recordId", i."importId", encode(r.salt, 'hex') as salt, bool_or(w."supersededAt" is null) as stands,
           json_agg(json_build_object('externalId', w."externalId", 'happenedOn', to_char(w."happenedOn", 'YYYY-MM-DD'),
                                      'verdict', w.verdict, 'finalVerdict', w."finalVerdict")) as items
      from "ImportedRecord" i join "PracticeRecord" r on r.id = i."recordId" left join "WorkItem" w on w."recordId" = i."recordId"
     where r."personId" ${of} group by i."recordId", i."importId", r.salt`;
  return rows.map(({ recordId, importId, salt, items, stands }) => {
    const rested = committed(salt, itemsOf(items));
    return [`imported ${recordId}`, `${importId} ${rested} ${stands ? "stands" : "superseded"}`];
  });
}

/** Everything that is not one person's: events with who took part and what was proposed, notes, imported files. */
export async function loadHeldOfShared(tx: Tx): Promise<Standings> {
  return new Map([...(await loadEvents(tx)), ...(await loadNotes(tx)), ...(await loadShared(tx))]);
}

type Content = Omit<EventDraft, "evidence"> & { readonly evidence: readonly EvidenceDraft[] };
type EventRow = { id: string; before: string; proposals: string; salt: string | null; content: Content };

async function loadEvents(tx: Tx): Promise<readonly Line[]> {
  const rows = await tx.$queryRaw<EventRow[]>`
    select v.id, encode(v.salt, 'hex') as salt,
           concat_ws(' ', v.kind, to_char(v."happenedOn", 'YYYY-MM-DD'), v."loggedById", coalesce(v."drillId"::text, '-'),
             coalesce(v."correctsId"::text, '-'), case when v."endedAt" is null then 'stands' else 'ended' end) as before,
           (select count(*)::text from "ProposedRecord" s join "EventParticipation" q on q.id = s."participationId" where q."eventId" = v.id) as proposals,
           ${eventContent} as content
      from "SharedEvent" v`;
  return rows.map(({ id, before, proposals, salt, content }) => {
    return [`event ${id}`, `${before} ${committed(salt, eventContentOf(content))} ${proposals}`];
  });
}

async function loadNotes(tx: Tx): Promise<readonly Line[]> {
  const rows = await tx.$queryRaw<{ id: string; by: string; salt: string | null; text: string }[]>`
    select id, concat_ws(' ', "eventId", "byId") as by, encode(salt, 'hex') as salt, text from "EventNote"`;
  return rows.map(({ id, by, salt, text }) => [`note ${id}`, `${by} ${committed(salt, text)}`]);
}

const loadShared = async (tx: Tx): Promise<readonly Line[]> =>
  linesOf(
    await tx.$queryRaw<PlainRow[]>`
    select 'parts ' || q."eventId" as key, string_agg(q."personId"::text, ' ' order by q."personId"::text collate "C") as standing
      from "EventParticipation" q group by q."eventId"
    union all
    select 'proposed ' || q."eventId", string_agg(concat_ws(' ', s.id, s."personId", coalesce(s."subCase", '-')), ', '
             order by concat_ws(' ', s.id, s."personId", coalesce(s."subCase", '-')) collate "C")
      from "ProposedRecord" s join "EventParticipation" q on q.id = s."participationId" group by q."eventId"
    union all
    select 'import ' || i.id, concat_ws(' ', i."sourceId", i."importedById", i.digest, i.added, i.changed, i.unchanged, i.aside)
      from "WorkImport" i`,
  );
