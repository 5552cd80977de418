import "server-only";
import pg from "pg";
import { Prisma } from "@/prisma/generated/client";
import { statementName } from "./statement-name";

type Parser = (text: string) => unknown;
const TEXT_ARRAY: number = 1009;

/** What pg by itself gives as text, or reads in the time zone of the process: by PostgreSQL's number of the type, and of its arrays. */
const OWN: readonly (readonly [type: number, arrays: number, parse: Parser])[] = [
  [20, 1016, BigInt],
  [1700, 1231, (numeric) => new Prisma.Decimal(numeric)],
  [1082, 1182, (date) => new Date(`${date}T00:00:00Z`)],
  [1114, 1115, (timestamp) => new Date(`${timestamp.replace(" ", "T")}Z`)],
];

const listOf =
  (parse: Parser): Parser =>
  (text) =>
    (pg.types.getTypeParser(TEXT_ARRAY)(text) as (string | null)[]).map((each) => each && parse(each));

const PARSERS = new Map(
  OWN.flatMap(([type, arrays, parse]) => [[type, parse] as const, [arrays, listOf(parse)] as const]),
);

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format),
};

/** Instants go in UTC: pg would write them in the time zone of the process, which a plain day would take for its own. */
const given = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(given);
  return value instanceof Date ? value.toISOString() : value;
};

/** `$queryRaw` outside of a transaction, straight to the pool: the same statement and rows as by way of Prisma (decision 097). */
export const readsOf =
  (pool: pg.Pool) =>
  async (first: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<unknown> => {
    const sql = first instanceof Prisma.Sql ? first : Prisma.sql(first, ...values);
    const name = statementName({ sql: sql.text });
    const { rows } = await pool.query({ name, text: sql.text, values: sql.values.map(given), types });
    return rows;
  };
