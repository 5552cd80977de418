import { compareWithEvents } from "@/lib/chronicle/queries";
import { db } from "@/lib/platform/db";

// npm run audit:compare: tells the training of everybody again from the audit events and compares it with the tables.
const { people, found } = await compareWithEvents();
for (const { key, told, held } of found)
  process.stdout.write(`✗ ${key}: the events tell "${told ?? "nothing"}", the tables hold "${held ?? "nothing"}"\n`);
process.stdout.write(
  found.length === 0 ? `${people} people, tables and events agree.\n` : `${found.length} disagreements.\n`,
);
process.exitCode = found.length === 0 ? 0 : 1;
await db().$disconnect();
