import "server-only";
import { countedFromOf, lastDayOf, limits } from "@/lib/currency/scope";
import type { CurrencyRule } from "@/lib/domain/currency";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { HoldSubject } from "@/lib/domain/hold";
import { ENDING_STAGES, SILENT_DAYS } from "@/lib/domain/reminder";
import { isHere } from "@/lib/people/scope";
import type { Tx } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";

type Calendar = { readonly zone: string; readonly day: string };
type Found = { enrolmentId: string; personId: string; roleGroupCode: RoleGroupCode | null };

/** So many at a time: the rest comes the next day. */
const MOST = 500;

/** The standing `s` is of somebody who is here, in an open team of that calendar. */
const there = ({ zone }: Calendar) => Prisma.sql`
  "Person" m on m.id = s."personId" and ${isHere}
  join "Enrolment" e on e.id = s."enrolmentId" and e."endedOn" is null
  join "Team" t on t.id = s."teamId" and t."timeZone" = ${zone}`;

/** Whose work in a role group becomes too old within the first stage. */
export const loadEnding = (tx: Tx, calendar: Calendar, rules: readonly CurrencyRule[]) => tx.$queryRaw<
  (Found & { lastDay: string })[]
>`
  select s."enrolmentId", s."personId", s."roleGroupCode", to_char(c."lastDay", 'YYYY-MM-DD') as "lastDay"
    from "PersonStanding" s join ${there(calendar)} join ${limits(rules)} r on r."roleGroupCode" = s."roleGroupCode"
   cross join lateral (select ${lastDayOf(Prisma.sql`x.from`, Prisma.sql`r.months`)} as "lastDay"
                         from (select ${countedFromOf} as from) x) c
   where s."completedStep" >= 1
     and c."lastDay" between ${calendar.day}::date and ${calendar.day}::date + ${ENDING_STAGES[0]}::int
   order by c."lastDay", s."enrolmentId" limit ${MOST}`;

/** Open STEPs in which nothing was logged or done for so long, nothing waits for a mentor, and nobody was told yet. */
export const loadSilent = (tx: Tx, calendar: Calendar) => tx.$queryRaw<(Found & { since: string })[]>`
  select x."enrolmentId", x."personId", x."roleGroupCode", to_char(x.last, 'YYYY-MM-DD') as since
    from (select s."enrolmentId", s."personId", s."roleGroupCode",
                 greatest(e."enrolledOn", s."lastVerifiedOn",
                   (select max(o."openedOn") from "StepOpened" o where o."enrolmentId" = e.id),
                   (select max(d."doneOn") from "TaskDone" d where d."enrolmentId" = e.id),
                   (select max(w."happenedOn") from "RecordClaim" c join "PracticeRecord" w on w.id = c."recordId"
                     where c."enrolmentId" = e.id and c."withdrawnAt" is null)) as last
            from "PersonStanding" s join ${there(calendar)}
           where s."openStep" is not null
             and not exists (select 1 from "SignOffRequest" q where q."enrolmentId" = e.id and q."isOpen")
             and not exists (select 1 from "JudgementRequest" j where j."enrolmentId" = e.id and j."closedAt" is null)
             and not exists (select 1 from "RecordClaim" c where c."enrolmentId" = e.id and c."isUnverified")) x
   where x.last <= ${calendar.day}::date - ${SILENT_DAYS}::int
     and not exists (select 1 from "Notice" n
                      where n.key = 'silent ' || x."enrolmentId" || ' ' || to_char(x.last, 'YYYY-MM-DD'))
   order by x.last, x."enrolmentId" limit ${MOST}`;

/** Holds of so many days ago are news; what lapsed before is old. */
const LAPSED_DAYS = 7;

/** Holds whose time ran out, of holders who are here, while what was held still waits and nobody else has taken it on. */
export const loadLapsed = (tx: Tx, { zone }: Calendar, now: Date) => tx.$queryRaw<
  (Found & { holdId: string; holderId: string; subject: HoldSubject; heldId: string; lapsedOn: string })[]
>`
  select h.id as "holdId", h."holderId", h."enrolmentId", e."personId", e."roleGroupCode",
         case when h."recordId" is not null then 'record' when h."judgementRequestId" is not null then 'judgement' else 'signOff' end as subject,
         coalesce(h."recordId", h."judgementRequestId", h."signOffRequestId") as "heldId",
         to_char(h."until" at time zone t."timeZone", 'YYYY-MM-DD') as "lapsedOn"
    from "Hold" h join "Person" m on m.id = h."holderId" and ${isHere}
    join "Enrolment" e on e.id = h."enrolmentId" and e."endedOn" is null
    join "Team" t on t.id = e."teamId" and t."timeZone" = ${zone}
   where h."endedAt" is null and h."until" <= ${now} and h."until" > ${now}::timestamptz - ${LAPSED_DAYS} * interval '1 day'
     and case when h."recordId" is not null then exists (select 1 from "RecordClaim" c
                   where c."recordId" = h."recordId" and c."enrolmentId" = e.id and c."isUnverified")
              when h."judgementRequestId" is not null then exists (select 1 from "JudgementRequest" j
                   where j.id = h."judgementRequestId" and j."closedAt" is null)
              else exists (select 1 from "SignOffRequest" q where q.id = h."signOffRequestId" and q."isOpen") end
     and not exists (select 1 from "Notice" n where n.key = 'lapsed ' || h.id)
   order by h."until", h.id limit ${MOST}`;
