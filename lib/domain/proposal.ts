import { monthOf } from "./calendar";
import type { CriterionNode } from "./curriculum";
import { objectionTo } from "./objection";
import type { PolicyValues } from "./policy";
import type { NotCountedReason } from "./progress";
import { type DraftClaim, EMPTY_DRAFT, type RecordDraft } from "./record";
import { countsRecords, drillsCases, fieldsNeededBy, kindsServing, type NeededField } from "./record-needs";
import { accept, type Decision, refuse } from "./result";
import type { EventDraft, EventPart } from "./shared-event";

/** 記録の案: the record that a participant of an event is asked to confirm, and what it may count for. */

type OfEvent = Omit<EventDraft, "parts" | "subCases">;

/** The record as far as the event tells it, for one scene of it or for none. Claims nothing yet. */
export function recordOf(event: OfEvent, part: Omit<EventPart, "personId">, subCase: string | null): RecordDraft {
  const { what: _, ...fields } = event;
  return {
    ...EMPTY_DRAFT,
    ...fields,
    did: part.did,
    supervision: part.supervision,
    mentorPresentId: part.mentorPresentId,
    periodCovered: event.periodCovered ?? monthOf(event.happenedOn),
    subCase,
  };
}

/** A criterion of a STEP that is not signed off. */
export type OpenCriterion = {
  readonly enrolmentId: string;
  readonly criterion: CriterionNode;
  readonly met: boolean;
  /** Of a STEP after the one that comes next. */
  readonly isAhead: boolean;
  /** What the STEP is measured by. */
  readonly policy: PolicyValues;
};

/** Every open criterion that the record serves as it stands, or would with what its person still fills in. */
export const claimsServed = (record: RecordDraft, open: readonly OpenCriterion[]): readonly DraftClaim[] =>
  open
    .filter((each) => isServed(record, each))
    .map(({ enrolmentId, criterion: { code: criterionCode } }) => ({ enrolmentId, criterionCode, parts: [] }));

/** What its person may still say. */
const TO_BE_FILLED: readonly NotCountedReason[] = ["supervisionMissing", "evidenceMissing", "partsMissing"];
/** What no event tells. */
const NOT_TOLD: readonly NeededField[] = ["judged", "right", "technique", "readingItem"];

/** A drill is held for STEP3, which may lie ahead; of everything else only what comes next is proposed. */
function isServed(record: RecordDraft, { criterion, met, isAhead, policy }: OpenCriterion): boolean {
  const { rule } = criterion;
  if (met || !countsRecords(rule) || !kindsServing(rule)?.includes(record.kind)) return false;
  if (drillsCases(rule) ? record.subCase === null : isAhead) return false;
  if (fieldsNeededBy(rule).some((field) => NOT_TOLD.includes(field))) return false;
  const objection = objectionTo(criterion, prospectOf(record), policy);
  return objection === null || TO_BE_FILLED.includes(objection.reason);
}

const prospectOf = ({ kind, supervision, mentorPresentId, evidence }: RecordDraft) => ({
  kind,
  supervision,
  mentorPresent: mentorPresentId !== null,
  evidenceCount: evidence.length,
  parts: [],
  judged: null,
  right: null,
});

/** An own proposal as it stands; null is one that is not there, or somebody else's. */
export type Proposal = {
  readonly recordId: string | null;
  readonly declined: boolean;
  /** Its event was cancelled, or corrected: the correction proposes anew. */
  readonly eventEnded: boolean;
};

export type ProposalRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "ProposalConfirmed" }
  | { readonly code: "ProposalDeclined" }
  | { readonly code: "EventEnded" };

/** Confirming what was confirmed gives the record that was made. */
export function confirm(proposal: Proposal | null): Decision<{ readonly madeBefore: string | null }, ProposalRefusal> {
  if (!proposal) return refuse({ code: "NotFound" });
  if (proposal.recordId !== null) return accept({ madeBefore: proposal.recordId });
  if (proposal.declined) return refuse({ code: "ProposalDeclined" });
  return proposal.eventEnded ? refuse({ code: "EventEnded" }) : accept({ madeBefore: null });
}

/** Declining twice changes nothing. */
export function decline(proposal: Proposal | null): Decision<"declined" | "already", ProposalRefusal> {
  if (!proposal) return refuse({ code: "NotFound" });
  if (proposal.recordId !== null) return refuse({ code: "ProposalConfirmed" });
  if (proposal.declined) return accept("already");
  return proposal.eventEnded ? refuse({ code: "EventEnded" }) : accept("declined");
}
