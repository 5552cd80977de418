import { type Actor, type EnrolmentRef, manages, mentors } from "./access";
import { accept, type Decision, refuse } from "./result";

/** 所見: what a mentor writes about a trainee, who reads it too (product.md, 17). Never edited. */

export type NoteRefusal = { readonly code: "NotFound" };

/** Whoever mentors the trainee in anything that runs. */
export const mayWriteNote = (actor: Actor, enrolments: readonly EnrolmentRef[]): boolean =>
  enrolments.some((enrolment) => mentors(actor, enrolment));

/** The trainee, and their mentors and managers. */
export const mayReadNotes = (actor: Actor, enrolments: readonly EnrolmentRef[]): boolean =>
  enrolments.some(
    (enrolment) => actor.id === enrolment.traineeId || mentors(actor, enrolment) || manages(actor, enrolment),
  );

export const writeNote = (enrolments: readonly EnrolmentRef[], actor: Actor): Decision<null, NoteRefusal> =>
  mayWriteNote(actor, enrolments) ? accept(null) : refuse({ code: "NotFound" });

export type WrittenNote = { readonly byId: string; readonly traineeId: string; readonly isTakenBack: boolean };

/** Only who wrote it takes it back, also when they mentor no longer. Twice is once. */
export function takeBackNote(note: WrittenNote | null, actor: Actor): Decision<{ isRepeat: boolean }, NoteRefusal> {
  if (note?.byId !== actor.id) return refuse({ code: "NotFound" });
  return accept({ isRepeat: note.isTakenBack });
}

/** What was taken back is read only by who wrote it and whom it is about: everything held about a person is theirs to see. */
export const readsNote = (actor: Pick<Actor, "id">, { byId, traineeId, isTakenBack }: WrittenNote): boolean =>
  !isTakenBack || actor.id === byId || actor.id === traineeId;
