import "server-only";
import { type Actor, managesTeam } from "@/lib/domain/access";
import { heldByAnother, isReviewedBy } from "@/lib/domain/hold";
import { type LoadedPart, loadPartsToRead } from "./records";
import type { HeldSubject, HoldView } from "./schema";

/** Who holds what lies open, and what the reader may do about it. Null where it does not wait for them. One statement. */
export async function findHold(actor: Actor, held: HeldSubject, now: Date): Promise<HoldView | null> {
  const parts = (await loadPartsToRead(held, now)).filter(({ waits }) => waits);
  const own = parts.filter(isReviewedBy(actor));
  const managed = parts.filter(
    ({ enrolment }) => enrolment.traineeId !== actor.id && managesTeam(actor, enrolment.team),
  );
  const [seen] = own.length > 0 ? [own] : [managed];
  if (!seen || seen.length === 0) return null;
  const mine = own.find(({ hold }) => hold?.holderId === actor.id);
  const other = seen.find(({ hold }) => heldByAnother(hold, actor) !== null);
  const isFree = own.some(({ hold }) => hold === null);
  return {
    ...held,
    hold: mine?.hold ?? (isFree ? null : (other?.hold ?? null)),
    isMine: mine !== undefined,
    othersEnrolmentIds: seen
      .filter(({ hold }) => heldByAnother(hold, actor) !== null)
      .map(({ enrolmentId }) => enrolmentId),
    mayTake: isFree && mine === undefined,
    mayEnd: other !== undefined && !isFree && managed.includes(other),
    colleagues: colleaguesOf(own, actor),
  };
}

/** Mentors of every part that the actor could hand over. */
function colleaguesOf(own: readonly LoadedPart[], actor: Actor) {
  const open = own.filter(({ hold }) => heldByAnother(hold, actor) === null);
  const [first, ...rest] = open;
  const everywhere = first?.mentors.filter(({ id }) => rest.every(({ mentorIds }) => mentorIds.includes(id))) ?? [];
  return everywhere.filter(({ id }) => id !== actor.id);
}
