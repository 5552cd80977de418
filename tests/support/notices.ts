import { LANES } from "@/lib/domain/job";
import { runNextJob } from "@/lib/job/commands";
import { followAudit } from "@/lib/notice/commands";
import { db } from "@/lib/platform/db";
import { WORK } from "@/scripts/jobs";

/** What the job runner does until nothing is due: reads the audit on, and does what it asks for. */
export async function runJobs(now: Date) {
  for (;;) {
    const goesOn = await followAudit(now);
    let ran = false;
    for (const lane of LANES) while (await runNextJob(WORK, lane, () => now)) ran = true;
    if (!goesOn && !ran) return;
  }
}

/** Who was told what, in the order of the events. */
export async function told() {
  const rows = await db().notice.findMany({ include: { person: true }, orderBy: [{ at: "asc" }, { kind: "asc" }] });
  return rows.map(({ kind, person }) => `${kind} ${person.email.split("@")[0]}`).sort();
}
