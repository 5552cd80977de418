import { db } from "@/lib/platform/db";
import { makeDemo } from "./demo/make";
import { readPlan } from "./demo/plan";
import { demoPassword, signInsOf } from "./demo/sign-ins";

// Makes the demo organisation where there is none, and says how to sign in. What is there stays as it is.
const folder = process.env.SODATE_DATA;
if (!folder) throw new Error("SODATE_DATA is not set: run this by npm start -- --demo");
const password = demoPassword(folder);
await makeDemo({ now: new Date(), password });
process.stdout.write(signInsOf(readPlan("content/demo"), password));
await db().$disconnect();
