import { compareWithEvents } from "@/lib/chronicle/queries";
import { db } from "@/lib/platform/db";
import { sayCompared } from "./say-compared";

// npm run audit:compare: tells everything again from the audit events and compares it with the tables. audit:verify does it too.
process.exitCode = sayCompared(await compareWithEvents()) === 0 ? 0 : 1;
await db().$disconnect();
