import type { LogContext, LogRefusal, RecordDraft } from "./record";
import { claimableIn, log } from "./record";
import { accept, type Decision, refuse } from "./result";

/** A claim of a record, as its trainee may still change it. */
export type OwnClaim = {
  readonly claimId: string;
  readonly enrolmentId: string;
  readonly criterionCode: string;
  readonly withdrawn: boolean;
  /** A sign-off that stands rests on it. */
  readonly frozen: boolean;
  /** A mentor has confirmed it at some time. */
  readonly everVerified: boolean;
};

/** A record as its trainee may still change it; null is one that is not there, or somebody else's. */
export type OwnRecord = {
  readonly recordId: string;
  readonly withdrawn: boolean;
  readonly corrected: boolean;
  readonly draft: RecordDraft;
  readonly claims: readonly OwnClaim[];
};

export type ChangeRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "RecordWithdrawn" }
  | { readonly code: "AlreadyCorrected" }
  | { readonly code: "RecordFrozen" }
  | { readonly code: "ClaimFrozen" }
  | { readonly code: "ClaimWithdrawn" }
  | { readonly code: "NothingChanged" };
export type RecordRefusal = ChangeRefusal | LogRefusal;

const stateRefusal = ({ withdrawn, corrected }: OwnRecord): ChangeRefusal | null => {
  if (withdrawn) return { code: "RecordWithdrawn" };
  return corrected ? { code: "AlreadyCorrected" } : null;
};

const isOpen = (context: LogContext) => (claim: OwnClaim) =>
  !claim.withdrawn && !claim.frozen && claimableIn(context.enrolments, claim) !== undefined;

/**
 * A correction is a new record. Open claims leave the old one; those that the draft names wait again on the new one.
 * Frozen claims, and those of a STEP or an enrolment that is over, stay on what was signed (product.md, 2).
 */
export function correct(
  record: OwnRecord | null,
  draft: RecordDraft,
  context: LogContext,
): Decision<{ moved: readonly string[] }, RecordRefusal> {
  if (!record) return refuse({ code: "NotFound" });
  const changed = stateRefusal(record);
  if (changed) return refuse(changed);
  const { mentorPresentId } = record.draft;
  const mentorIds = mentorPresentId === null ? context.mentorIds : [...context.mentorIds, mentorPresentId];
  const logged = log(draft, { ...context, mentorIds });
  if (!logged.ok) return logged;
  if (isSame(record, draft)) return refuse({ code: "NothingChanged" });
  return accept({ moved: record.claims.filter(isOpen(context)).map(({ claimId }) => claimId) });
}

const isSame = ({ draft }: OwnRecord, wish: RecordDraft) => signature(draft) === signature(wish);
const signature = ({ claims, ...fields }: RecordDraft) =>
  JSON.stringify([
    Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)),
    claims
      .map(({ enrolmentId, criterionCode, parts }) => [enrolmentId, criterionCode, ...[...parts].sort()].join(":"))
      .sort(),
  ]);

/** Takes a record back with all it claims, while no sign-off rests on it. Doing so twice changes nothing. */
export function withdrawRecord(
  record: OwnRecord | null,
): Decision<{ claims: readonly string[] } | null, ChangeRefusal> {
  if (!record) return refuse({ code: "NotFound" });
  if (record.withdrawn) return accept(null);
  if (record.corrected) return refuse({ code: "AlreadyCorrected" });
  if (record.claims.some(({ frozen }) => frozen)) return refuse({ code: "RecordFrozen" });
  return accept({ claims: record.claims.filter(({ withdrawn }) => !withdrawn).map(({ claimId }) => claimId) });
}

export type ClaimWish = {
  readonly enrolmentId: string;
  readonly criterionCode: string;
  readonly parts: readonly string[];
};

/**
 * Lets a record that is there count for one more criterion. Claiming it twice changes nothing; a claim that was taken
 * back waits again, unless a mentor had confirmed it: then the record is corrected instead.
 */
export function claim(
  record: OwnRecord | null,
  wish: ClaimWish,
  context: LogContext,
): Decision<"new" | "again" | "already", RecordRefusal> {
  if (!record) return refuse({ code: "NotFound" });
  const changed = stateRefusal(record);
  if (changed) return refuse(changed);
  const target = claimableIn(context.enrolments, wish);
  if (!target) return refuse({ code: "CriterionNotClaimable" });
  const before = record.claims.find(
    (each) => each.enrolmentId === wish.enrolmentId && each.criterionCode === wish.criterionCode,
  );
  if (before && !before.withdrawn) return accept("already");
  if (before?.everVerified) return refuse({ code: "ClaimWithdrawn" });
  const { mentorPresentId } = record.draft;
  const logged = log(
    { ...record.draft, claims: [wish] },
    { ...context, mentorIds: mentorPresentId === null ? [] : [mentorPresentId] },
  );
  if (!logged.ok) return logged;
  return accept(before ? "again" : "new");
}

/** Takes one claim back; the record stays. */
export function withdrawClaim(found: OwnClaim | null): Decision<"withdrawn" | "already", ChangeRefusal> {
  if (!found) return refuse({ code: "NotFound" });
  if (found.withdrawn) return accept("already");
  return found.frozen ? refuse({ code: "ClaimFrozen" }) : accept("withdrawn");
}
