import "server-only";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { db } from "./db";
import { env } from "./env";
import { keyedDigest } from "./tokens";

export type Limit = { readonly name: string; readonly points: number; readonly seconds: number };

/** The limiter speaks to a `pg` client; this is our pool in that shape. Bigints become numbers: times in milliseconds. */
const client = {
  query: async ({ text, values }: { text: string; values: readonly unknown[] }) => {
    const rows = await db().$queryRawUnsafe<Record<string, unknown>[]>(text, ...values);
    return { rowCount: rows.length, rows: rows.map(({ points, expire }) => ({ points, expire: Number(expire) })) };
  },
};

const limiters = new Map<string, RateLimiterPostgres>();

function limiterOf({ name, points, seconds }: Limit): RateLimiterPostgres {
  const known = limiters.get(name);
  if (known) return known;
  const made = new RateLimiterPostgres({
    storeClient: client,
    storeType: "client",
    tableName: "rate_limit",
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
  });
  limiters.set(name, made);
  return made;
}

const keyOf = (parts: readonly string[]) => keyedDigest(env().SODATE_SECRET, ...parts);

/** Takes one try; null, or the milliseconds until the next is allowed. An unreachable database throws: nobody gets in. */
export async function takeTry(limit: Limit, ...parts: readonly string[]): Promise<number | null> {
  try {
    await limiterOf(limit).consume(keyOf(parts));
    return null;
  } catch (rejected) {
    if (rejected instanceof RateLimiterRes) return rejected.msBeforeNext;
    throw rejected;
  }
}

/** After a success the tries before it are forgotten. */
export const forgetTries = async (limit: Limit, ...parts: readonly string[]): Promise<void> => {
  await limiterOf(limit).delete(keyOf(parts));
};
