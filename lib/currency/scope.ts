import "server-only";
import type { PlainDay } from "@/lib/domain/calendar";
import type { CurrencyRule } from "@/lib/domain/currency";
import { recognitionStands, signOffStands } from "@/lib/revocation/scope";
import { Prisma } from "@/prisma/generated/client";

/** Database twins of lib/domain/currency.ts; tests/integration/currency proves them equal. `s` is the standing. */

/** Twin of `countedFrom`. */
export const countedFromOf = Prisma.sql`greatest(s."lastVerifiedOn",
  (select max(x."signedOn") from "StepSignOff" x where x."enrolmentId" = s."enrolmentId" and ${signOffStands("x")}),
  (select max(x."recognisedOn") from "Recognition" x where x."enrolmentId" = s."enrolmentId" and ${recognitionStands("x")}))`;

/** Twin of `lastDayOfPeriod`: the eve of the corresponding day, or the month's last day where there is none. */
export const lastDayOf = (from: Prisma.Sql, months: Prisma.Sql) => Prisma.sql`(
  select case when extract(day from reached) < extract(day from day) then reached else reached - 1 end
    from (select day, (day + make_interval(months => ${months}))::date as reached from (select ${from} as day) d) r)`;

/** One row for each role group with a limit. */
export const limits = (rules: readonly CurrencyRule[]) => Prisma.sql`(
  select * from jsonb_to_recordset(${JSON.stringify(rules)}::jsonb) as r("roleGroupCode" text, months int))`;

/** The standing `s` is of a beginner or above whose work has become too old; never where no role group has a limit. */
export const isOutOfDate = (rules: readonly CurrencyRule[], today: PlainDay): Prisma.Sql =>
  rules.length === 0
    ? Prisma.sql`false`
    : Prisma.sql`(s."completedStep" >= 1 and exists (
        select 1 from ${limits(rules)} r where r."roleGroupCode" = s."roleGroupCode"
           and ${lastDayOf(countedFromOf, Prisma.sql`r.months`)} < ${today}::date))`;
