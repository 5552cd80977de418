import "server-only";
import { db } from "./db";
import { log } from "./log";

export async function isDatabaseUp(): Promise<boolean> {
  try {
    await db().$queryRaw`select 1`;
    return true;
  } catch {
    log.error({ event: "DatabaseUnreachable" });
    return false;
  }
}
