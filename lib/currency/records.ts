import "server-only";
import type { PlainDay } from "@/lib/domain/calendar";
import type { CurrencyRule } from "@/lib/domain/currency";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import type { FallingRow } from "./schema";
import { countedFromOf, lastDayOf, limits } from "./scope";

type Asked = { teamId: string; rules: readonly CurrencyRule[]; today: PlainDay; days: number; limit: number };

/** Who falls out of date within so many days or has, in a team and below, the earliest first. One statement. */
export const loadFalling = ({ teamId, rules, today, days, limit }: Asked) =>
  db().$queryRaw<(FallingRow & { total: number })[]>`
    select s."enrolmentId", s."personId", p.name, p."latinName", s."roleGroupCode", s."completedStep"::int as "completedStep",
           to_char(c.from, 'YYYY-MM-DD') as from, to_char(c."lastDay", 'YYYY-MM-DD') as "lastDay",
           c."lastDay" < ${today}::date as "isOut", count(*) over ()::int as total
      from "PersonStanding" s join "Person" p on p.id = s."personId"
      join ${limits(rules)} r on r."roleGroupCode" = s."roleGroupCode"
     cross join lateral (select x.from, ${lastDayOf(Prisma.sql`x.from`, Prisma.sql`r.months`)} as "lastDay"
                           from (select ${countedFromOf} as from) x) c
     where s."completedStep" >= 1 and p."deactivatedAt" is null and (p."endsOn" is null or p."endsOn" >= ${today}::date)
       and s."teamId" in (select a."teamId" from "TeamAncestor" a where a."ancestorId" = ${teamId}::uuid)
       and c."lastDay" <= ${today}::date + ${days}::int
     order by c."lastDay", p.reading, s."enrolmentId" limit ${limit}`;
