import "server-only";
import type { StepNumber } from "@/lib/domain/proficiency";
import type { TargetGround } from "@/lib/domain/target-date";
import { lockPeople, type Tx } from "@/lib/platform/db";
import { loadEnrolments, ofEnrolment, todayOf } from "@/lib/training/facts";

type Key = { readonly enrolmentId: string; readonly step: StepNumber };

/** The trainee locked, and the date that stands. Null where there is no such enrolment, or it has ended. */
export async function loadGround(
  tx: Tx,
  { enrolmentId, step }: Key,
  now: Date,
): Promise<(TargetGround & { readonly attempt: number }) | null> {
  const owner = await tx.enrolment.findUnique({ where: { id: enrolmentId }, select: { personId: true } });
  if (!owner) return null;
  await lockPeople(tx, [owner.personId]);
  const [row] = await loadEnrolments(tx, ofEnrolment(enrolmentId));
  if (!row || row.endedOn !== null || (row.ref.roleGroupCode === null && step > 0)) return null;
  const own = row.targets.filter((target) => target.step === step);
  return {
    enrolment: row.ref,
    today: todayOf(row, now),
    isCompleted: row.completions.some((completion) => completion.step === step),
    current: own[0]?.targetOn ?? null,
    attempt: own.length,
  };
}
