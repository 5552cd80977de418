import { parseArgs } from "node:util";
import { keepVerification } from "@/lib/audit/commands";
import { checkTrail, faultsOf, hasTrail } from "@/lib/audit/queries";
import { compareWithEvents, foundBy } from "@/lib/chronicle/queries";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { sentenceOf } from "./fault-words";
import { sayCompared } from "./say-compared";

// npm run audit:verify [-- --copy FILE …] [--key PUBLIC_KEY] [--only-look]: exit code 1 when the trail does not hold, or the
// tables say other than it tells. --only-look keeps nothing, and looks at the trail alone: the tables may be an older version's.
const { values } = parseArgs({
  options: { copy: { type: "string", multiple: true }, key: { type: "string" }, "only-look": { type: "boolean" } },
});

async function verify() {
  if (!(await hasTrail())) return 0;
  const startedAt = now();
  const report = await checkTrail({ copies: values.copy ?? [], key: values.key });
  const compared = values["only-look"] ? null : await compareWithEvents();
  if (compared) await keepVerification(report, { startedAt, finishedAt: now(), tables: foundBy(compared) });
  const faults = faultsOf(report);
  for (const fault of faults) process.stdout.write(`✗ ${sentenceOf(fault)}\n`);
  for (const { file, checkpoints, covered } of [report.own, ...report.copies].flatMap((each) => each ?? []))
    process.stdout.write(`${checkpoints} checkpoints in ${file}, up to event ${covered}.\n`);
  if (faults.length === 0) process.stdout.write(`${report.events} events, the trail holds.\n`);
  const differing = compared ? sayCompared(compared) : 0;
  return faults.length + differing === 0 ? 0 : 1;
}

process.exitCode = await verify();
await db().$disconnect();
