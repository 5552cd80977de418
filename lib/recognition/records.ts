import "server-only";
import type { PlainDay } from "@/lib/domain/calendar";
import type { RecognitionTold } from "@/lib/domain/chronicle";
import type { RecognisableEnrolment, Recognised, RecognitionFacts } from "@/lib/domain/recognition";
import { inChunks } from "@/lib/platform/chunks";
import { toDbDay } from "@/lib/platform/days";
import { lockPeople, type Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { type EnrolmentRow, loadEnrolments, ofPersonOfEnrolment, todayOf } from "@/lib/training/facts";

/** The trainee locked, with the enrolment asked for and the person's basic education. */
export async function loadRecognition(tx: Tx, enrolmentId: string, now: Date): Promise<RecognitionFacts | null> {
  const owner = await tx.enrolment.findUnique({ where: { id: enrolmentId }, select: { personId: true } });
  if (!owner) return null;
  await lockPeople(tx, [owner.personId]);
  const enrolments = await loadEnrolments(tx, ofPersonOfEnrolment(enrolmentId));
  const asked = enrolments.find(({ ref }) => ref.enrolmentId === enrolmentId);
  if (!asked) return null;
  const basic = enrolments.find(({ ref }) => ref.roleGroupCode === null && ref.enrolmentId !== enrolmentId);
  return { today: todayOf(asked, now), enrolment: recognisable(asked), basic: basic ? recognisable(basic) : null };
}

const recognisable = ({ ref, completions, openRequest }: EnrolmentRow): RecognisableEnrolment => ({
  ref,
  completed: completions.map(({ step }) => step),
  hasOpenRequest: openRequest !== null,
});

/** One act: the STEPs that it grants to a trainee, for one reason. */
export type RecognitionWriting = {
  readonly personId: string;
  readonly enrolmentId: string;
  readonly recognisedOn: PlainDay;
  readonly reason: string;
  readonly recognised: readonly Recognised[];
};

/** Those before number the next attempt. Two statements, whatever the number of acts. Answers what was written for each act. */
export async function insertRecognitions(
  tx: Tx,
  acts: readonly RecognitionWriting[],
  { by, now }: { by: string; now: Date },
): Promise<readonly (readonly RecognitionTold[])[]> {
  const earlier = await tx.recognition.groupBy({
    by: ["enrolmentId", "step"],
    where: {
      enrolmentId: { in: acts.flatMap(({ recognised }) => recognised.map(({ enrolmentId }) => enrolmentId)) },
    },
    _count: true,
  });
  const before = new Map(earlier.map(({ enrolmentId, step, _count }) => [`${enrolmentId} ${step}`, _count]));
  const written = acts.map(({ recognised, personId: traineeId, recognisedOn, reason }) =>
    recognised.map(({ enrolmentId, step }) => ({
      ...{ id: newId(now), enrolmentId, step, traineeId, reason },
      attempt: before.get(`${enrolmentId} ${step}`) ?? 0,
      recognisedById: by,
      recognisedOn: toDbDay(recognisedOn),
      recognisedAt: now,
    })),
  );
  await inChunks(written.flat(), (data) => tx.recognition.createMany({ data }));
  return written.map((rows) =>
    rows.map(({ id: recognitionId, enrolmentId, step }) => ({ recognitionId, enrolmentId, step })),
  );
}
