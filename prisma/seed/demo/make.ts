import { hashPassword } from "@/lib/identity/password-hash";
import { db, inTransaction } from "@/lib/platform/db";
import { bringInWork } from "./imports";
import { addLocalItems } from "./life";
import { tellDemo } from "./tell";
import { writeWorld } from "./write";

const LONGEST = 120;

/** Where there is an organisation already, nothing happens. */
export async function makeDemo({ now, password }: { now: Date; password: string }): Promise<boolean> {
  if ((await db().organisation.count()) > 0) return false;
  const world = await tellDemo({ now, passwordHash: await hashPassword(password) });
  await inTransaction((tx) => writeWorld(tx, world), { seconds: LONGEST });
  await bringInWork(world);
  await addLocalItems(world);
  return true;
}
