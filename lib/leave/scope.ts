import "server-only";
import type { PlainDay } from "@/lib/domain/calendar";
import { DEFAULT_ZONE } from "@/lib/platform/format";
import { Prisma } from "@/prisma/generated/client";

/** Database twins of `isOnLeave` in lib/domain/leave.ts. */

const covering = (day: Prisma.Sql) =>
  Prisma.sql`l."withdrawnAt" is null and l."fromOn" <= ${day} and (l."toOn" is null or l."toOn" >= ${day})`;

/** Ids of everybody who is on leave on a day: few, and looked up by an index. */
export const awayOn = (day: PlainDay) =>
  Prisma.sql`(select l."personId" from "Leave" l where ${covering(Prisma.sql`${day}::date`)})`;

/** The person `m` is on leave today, by the database's clock, for statements that know no reader's day. */
export const isAway = Prisma.sql`exists (
  select 1 from "Leave" l where l."personId" = m.id and ${covering(Prisma.sql`(now() at time zone ${DEFAULT_ZONE})::date`)})`;
