import { z } from "zod";
import { HOLD_SUBJECTS, type HoldFact } from "@/lib/domain/hold";
import { choice, optional, paragraph, uuid } from "@/lib/platform/fields";

export const LONGEST_NOTE = 1000;

/** What is held: a record, a judgement asked for or a STEP to sign off, by its own id. */
const subject = { subject: choice(HOLD_SUBJECTS), subjectId: uuid() };

export const holdTaking = z.object(subject);
export type HeldSubject = z.output<typeof holdTaking>;

export const holdHandover = z.object({
  ...subject,
  toId: uuid(),
  note: optional(paragraph(LONGEST_NOTE)).transform((text) => text ?? ""),
});
export type HoldHandover = z.output<typeof holdHandover>;

export const holdEnd = z.object({ holdId: uuid(), reason: paragraph(LONGEST_NOTE) });
export type HoldEnd = z.output<typeof holdEnd>;

type Person = { readonly id: string; readonly name: string; readonly latinName: string };

/** A hold that stands, with how it came about. */
export type StandingHold = HoldFact & {
  readonly takenAt: string;
  readonly handedBy: Person | null;
  readonly note: string;
};

/** One subject as its reader sees it: who holds it, and what they may do about that. */
export type HoldView = HeldSubject & {
  /** Null where it is free, for the reader to take on. */
  readonly hold: StandingHold | null;
  readonly isMine: boolean;
  /** Parts of it that another mentor holds: nobody else decides there meanwhile. */
  readonly othersEnrolmentIds: readonly string[];
  readonly mayTake: boolean;
  readonly mayEnd: boolean;
  /** To whom it can be handed over. */
  readonly colleagues: readonly Person[];
};
