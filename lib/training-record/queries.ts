import "server-only";
import { findProofReference } from "@/lib/audit/queries";
import { type Actor, canViewEnrolment } from "@/lib/domain/access";
import { listWholeTraining } from "@/lib/training/queries";
import { loadHistory, loadPerson, loadRecords } from "./records";

/**
 * One person's whole history, as far as the actor may see it: the trainee everything, mentors their role groups' part, managers
 * their teams', auditors who, what and when without texts. Null where nothing of it is theirs to see. Six statements.
 */
export async function findTrainingRecord(actor: Actor, personId: string, now: Date) {
  const enrolments = await listWholeTraining(actor, personId, now);
  if (enrolments.length === 0) return null;
  const refs = enrolments.map(({ training }) => training.ref);
  const seen = {
    visible: refs.map(({ enrolmentId }) => enrolmentId),
    readable: refs.filter((ref) => canViewEnrolment(actor, ref)).map(({ enrolmentId }) => enrolmentId),
    readerId: actor.id,
  };
  const [person, history, records, checkpoint] = await Promise.all([
    loadPerson(personId),
    loadHistory(seen),
    loadRecords(personId, seen),
    findProofReference(),
  ]);
  if (!person) return null;
  const { head, ...who } = person;
  return {
    person: who,
    enrolments,
    ...history,
    records,
    proof: { ...head, checkpoint },
    /** STEPs that are open, of which the reader may take the book along. */
    books: enrolments.flatMap(({ training, openStep }) =>
      openStep !== null && training.endedOn === null && seen.readable.includes(training.ref.enrolmentId)
        ? [{ ...training.ref, step: openStep }]
        : [],
    ),
    /** What stands in its place is said where a text is left out. */
    textsLeftOut: seen.readable.length < seen.visible.length,
    today: enrolments[0]?.today ?? "",
  };
}
