import "server-only";
import { type Happened, NOTICED_ACTIONS, type Settled } from "@/lib/domain/notice";
import type { NoticeKind, NoticeValues } from "@/lib/domain/notice-kind";
import type { Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { Prisma } from "@/prisma/generated/client";
import type { PlannedNotice } from "./delivering";
import type { NoticeRow, SentNotice } from "./schema";

type EventRow = Omit<Happened, "body" | "seq"> & { seq: bigint; body: string };

const happened = ({ seq, body, ...event }: EventRow): Happened => ({
  ...event,
  seq: Number(seq),
  body: JSON.parse(body) as NoticeValues,
});

/** How far the audit was read; the row is locked, and null while another runner has it. */
export async function lockCursor(tx: Tx): Promise<number | null> {
  await tx.$executeRaw`insert into "NoticeCursor" (single, seq) values (true, 0) on conflict do nothing`;
  const rows = await tx.$queryRaw<{ seq: bigint }[]>`select seq from "NoticeCursor" for update skip locked`;
  return rows[0] ? Number(rows[0].seq) : null;
}

export const moveCursor = (tx: Tx, seq: number) => tx.$executeRaw`update "NoticeCursor" set seq = ${seq}::bigint`;

export type EventSeen = { readonly seq: number; readonly at: Date; readonly isNoticed: boolean };

/** The next events, with whether anybody is told of them. */
export async function loadEventsAfter(tx: Tx, seq: number, limit: number): Promise<EventSeen[]> {
  const rows = await tx.$queryRaw<{ seq: bigint; at: Date; isNoticed: boolean }[]>`
    select seq, at, action = any(${[...NOTICED_ACTIONS]}) as "isNoticed" from audit.event
     where seq > ${seq}::bigint order by seq limit ${limit}`;
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

export async function loadEvent(tx: Tx, seq: number): Promise<Happened | null> {
  const rows = await tx.$queryRaw<EventRow[]>`
    select seq, at, action, actor as "actorId", subject as "subjectId", body from audit.event where seq = ${seq}::bigint`;
  return rows[0] ? happened(rows[0]) : null;
}

const UUID = /^[0-9a-f-]{36}$/;
const idOrNull = (id: string) => (UUID.test(id) ? id : null);

/** Each once by key, person and kind: an event that is read twice tells nobody twice. */
export async function insertNotices(tx: Tx, notices: readonly PlannedNotice[], now: Date) {
  const rows = notices.map(({ subjectId, actorId, values, plan, ...notice }) => ({
    ...notice,
    way: plan.way,
    id: newId(now),
    subjectId: idOrNull(subjectId),
    actorId: idOrNull(actorId),
    values: { ...values } as Prisma.InputJsonObject,
  }));
  if (rows.length > 0) await tx.notice.createMany({ data: rows, skipDuplicates: true });
}

export const settleNotices = (tx: Tx, { about, enrolmentId, criterionCode }: Settled, at: Date) => tx.$executeRaw`
  update "Notice" set "settledAt" = ${at}::timestamptz
   where about is not null and "settledAt" is null
     and (${about}::text is null or about = ${about}::text)
     and (${enrolmentId}::uuid is null or "enrolmentId" = ${enrolmentId}::uuid)
     and (${criterionCode}::text is null or values ->> 'criterionCode' = ${criterionCode}::text)`;

type Placed = { readonly kind: NoticeKind; readonly subjectId: string | null; readonly values: NoticeValues };

/** One's own, or null. */
export async function loadNotice(tx: Tx, id: string, personId: string): Promise<Placed | null> {
  const row = await tx.notice.findFirst({
    where: { id, personId },
    select: { kind: true, subjectId: true, values: true },
  });
  return row as Placed | null;
}

const named = (alias: string) =>
  Prisma.raw(
    `case when ${alias}.id is null then null else json_build_object('name', ${alias}.name, 'latinName', ${alias}."latinName") end`,
  );

type Page = { readonly personId: string; readonly limit: number; readonly offset: number };

/** Unread first, the latest first. What a notice names is joined as it is today. */
export const loadInbox = (tx: Tx, { personId, limit, offset }: Page) =>
  tx.$queryRaw<(NoticeRow & { total: number; unread: number })[]>`
  select n.id, n.kind, n.at, n.values, n."readAt" is not null as "isRead", n."settledAt" is not null as "isSettled",
         n."subjectId", ${named("s")} as subject, ${named("a")} as actor, r.title as "recordTitle",
         n."settledAt" is null and e."endedOn" is null as "isOpen", n.total, n.unread
    from (select x.*, (x."readAt" is null and x."settledAt" is null) as "isUnread", count(*) over ()::int as total,
                 (count(*) filter (where x."readAt" is null and x."settledAt" is null) over ())::int as unread
            from "Notice" x where x."personId" = ${personId}::uuid
           order by (x."readAt" is null and x."settledAt" is null) desc, x.at desc, x.id limit ${limit} offset ${offset}) n
    left join "Person" s on s.id = n."subjectId" left join "Person" a on a.id = n."actorId"
    left join "Enrolment" e on e.id = n."enrolmentId"
    left join "PracticeRecord" r on r."personId" = n."personId" and r.id::text = n.values ->> 'recordId'
   order by n."isUnread" desc, n.at desc, n.id`;

/** Notices to be sent, with what they name; of one person, or of whoever was told. */
export const loadToldAs = (tx: Tx, where: Prisma.Sql) => tx.$queryRaw<SentNotice[]>`
  select n.id, n.kind, n.key, n.at, n.values, n."subjectId", n."actorId", n."readAt", n."settledAt", n."mailedAt",
         ${named("s")} as subject, ${named("a")} as actor, n."settledAt" is null and e."endedOn" is null as "isOpen"
    from "Notice" n left join "Person" s on s.id = n."subjectId" left join "Person" a on a.id = n."actorId"
    left join "Enrolment" e on e.id = n."enrolmentId"
   where ${where} order by n.at, n.id`;
