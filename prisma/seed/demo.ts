import { hashPassword } from "@/lib/identity/password-hash";
import { db, inTransaction } from "@/lib/platform/db";
import { readPlan } from "./demo/plan";
import { demoPassword, signInsOf } from "./demo/sign-ins";
import { tellDemo } from "./demo/tell";
import { writeWorld } from "./demo/write";

// Makes the demo organisation where there is none, and says how to sign in. What is there stays as it is.
const folder = process.env.SODATE_DATA;
if (!folder) throw new Error("SODATE_DATA is not set: run this by npm start -- --demo");
const password = demoPassword(folder);

if ((await db().organisation.count()) === 0) {
  const world = await tellDemo({ now: new Date(), passwordHash: await hashPassword(password) });
  await inTransaction((tx) => writeWorld(tx, world), { seconds: 120 });
}
process.stdout.write(signInsOf(readPlan("content/demo"), password));
await db().$disconnect();
