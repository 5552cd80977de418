import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { Prisma, PrismaClient } from "@/prisma/generated/client";
import { env } from "./env";
import { log } from "./log";
import { readsOf } from "./reads";
import { statementName } from "./statement-name";
import { watchedPool } from "./statements";

export type Tx = Prisma.TransactionClient;

const globals = globalThis as { sodateDb?: PrismaClient };

const isBench = process.env.SODATE_BENCH === "1";

/** Statements of a page are for few rows and for many readers at once: never spread over further processes, nor compiled. */
const PLANS = "-c max_parallel_workers_per_gather=0 -c jit=off";

/** The pool, made at first use: `next build` has no database. */
export const db = (): PrismaClient => {
  globals.sodateDb ??= opened();
  return globals.sodateDb;
};

/** Prisma, but for `$queryRaw` outside of a transaction (reads.ts): a transaction's client is made of Prisma's own. */
function opened(): PrismaClient {
  const config = { connectionString: env().DATABASE_URL, max: 12, options: PLANS };
  const pool = isBench ? watchedPool(config) : new pg.Pool(config);
  pool.on("error", (error) => log.warn({ code: codeOf(error) }, "an idle connection to the database ended"));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: statementName }) });
  const $disconnect = async () => {
    await prisma.$disconnect();
    await pool.end();
  };
  return Object.create(prisma, { $queryRaw: { value: readsOf(pool) }, $disconnect: { value: $disconnect } });
}

const codeOf = (error: Error) => ("code" in error ? String(error.code) : error.name);

type Races<T> = {
  /** A unique row was there already: somebody was faster, or the form came twice. */
  onDuplicate?: () => T | Promise<T>;
  /** How long the work may take; longer than usual for an import. */
  seconds?: number;
};

/**
 * One command is one transaction. A lost race on a unique index becomes the caller's refusal, in the caller's words;
 * a lock that does not come within three seconds becomes `Busy`.
 */
export async function inTransaction<T>(
  work: (tx: Tx) => Promise<T>,
  { onDuplicate, seconds = 20 }: Races<T> = {},
): Promise<T | { ok: false; refusal: { code: "Busy" } }> {
  try {
    return await db().$transaction(
      async (tx) => {
        await tx.$executeRaw`set local lock_timeout = '3s'`;
        return await work(tx);
      },
      { timeout: seconds * 1000, maxWait: 10_000 },
    );
  } catch (error) {
    if (isCode(error, "P2002") && onDuplicate) return onDuplicate();
    if (isLockTimeout(error)) return { ok: false, refusal: { code: "Busy" } };
    throw error;
  }
}

/** Locks people's rows in id order, so that two commands never wait for each other in a circle. */
export const lockPeople = (tx: Tx, personIds: readonly string[]) =>
  tx.$queryRaw`select id from "Person" where id = any(${[...new Set(personIds)]}::uuid[]) order by id for update`;

const isCode = (error: unknown, code: string) =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === code;

/** 55P03 lock_not_available, 40P01 deadlock_detected; P2034 is Prisma's name for a write conflict. */
const isLockTimeout = (error: unknown) =>
  isCode(error, "P2034") ||
  (error instanceof Error && /55P03|40P01|lock timeout/.test(`${error.message} ${JSON.stringify(error)}`));
