import "server-only";
import type { EnrolmentRef } from "@/lib/domain/access";
import type { RecognisableEnrolment, RecognitionFacts } from "@/lib/domain/recognition";
import { lockPeople, type Tx } from "@/lib/platform/db";
import { type EnrolmentRow, loadEnrolments, ofPersonOfEnrolment, todayOf } from "@/lib/training/facts";

/** An enrolment with the STEPs whose recognition was revoked before, which number the next one. */
export type RecognitionRow = { ref: EnrolmentRef; revokedBefore: readonly number[] };

type Loaded = { facts: RecognitionFacts; rows: readonly RecognitionRow[] };

/** The trainee locked, with the enrolment asked for and the person's basic education. */
export async function loadRecognition(tx: Tx, enrolmentId: string, now: Date): Promise<Loaded | null> {
  const owner = await tx.enrolment.findUnique({ where: { id: enrolmentId }, select: { personId: true } });
  if (!owner) return null;
  await lockPeople(tx, [owner.personId]);
  const enrolments = await loadEnrolments(tx, ofPersonOfEnrolment(enrolmentId));
  const asked = enrolments.find(({ ref }) => ref.enrolmentId === enrolmentId);
  if (!asked) return null;
  const basic = enrolments.find(({ ref }) => ref.roleGroupCode === null && ref.enrolmentId !== enrolmentId);
  const revoked = await tx.recognition.findMany({
    where: { enrolment: { personId: owner.personId }, revocation: { isNot: null } },
    select: { enrolmentId: true, step: true },
  });
  return {
    facts: { today: todayOf(asked, now), enrolment: recognisable(asked), basic: basic ? recognisable(basic) : null },
    rows: enrolments.map(({ ref }) => ({
      ref,
      revokedBefore: revoked.filter((row) => row.enrolmentId === ref.enrolmentId).map(({ step }) => step),
    })),
  };
}

const recognisable = ({ ref, completions, openRequest }: EnrolmentRow): RecognisableEnrolment => ({
  ref,
  completed: completions.map(({ step }) => step),
  hasOpenRequest: openRequest !== null,
});
