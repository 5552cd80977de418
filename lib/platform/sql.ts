import "server-only";
import { Prisma } from "@/prisma/generated/client";

/** Pieces that statements share; what is given is written in our code, never typed by anybody. */

/** The person of a table's alias, as JSON that pages name people by. */
export const person = (alias: string) =>
  Prisma.raw(`json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'latinName', ${alias}."latinName")`);

/** Rows as one JSON list, empty where there are none. */
export const asList = (rows: Prisma.Sql) => Prisma.sql`(select coalesce(json_agg(x), '[]') from (${rows}) x)`;

/** The instant of a column as ISO 8601 in UTC, as `toISOString` writes it. */
export const instant = (column: string) =>
  Prisma.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/**
 * `= ${anyId(ids)}`: one of some ids. The subquery keeps the planner from looking at how many they are: so the plan is the same for
 * everybody, and PostgreSQL makes it once instead of at each reading, which takes longer than reading (decision 097).
 */
export const anyId = (ids: readonly string[]) => Prisma.sql`any((select ${[...ids]}::uuid[])::uuid[])`;
