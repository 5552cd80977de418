import type { ClaimFact, ClaimStanding, ConfirmedFacts } from "@/lib/domain/facts";
import type { RecordKind, Supervision } from "@/lib/domain/rule";

/** A claim with its record and its confirmation, as the database gives them in JSON: days as YYYY-MM-DD, of a period its first. */
export type RawClaim = {
  claimId: string;
  recordId: string;
  enrolmentId: string;
  criterionCode: string;
  parts: string[];
  returned: boolean;
  title: string;
  kind: RecordKind;
  happenedOn: string;
  periodCovered: string | null;
  incidentRef: string | null;
  subCase: string | null;
  technique: string | null;
  readingItem: string | null;
  judged: number | null;
  right: number | null;
  supervision: Supervision | null;
  mentorPresent: boolean;
  evidenceCount: number;
  confirmed: ConfirmedFacts | null;
};

const standingOf = (row: RawClaim): ClaimStanding => {
  if (row.confirmed) return "verified";
  return row.returned ? "sentBack" : "waiting";
};

/** What was claimed, with what a mentor confirmed of it. */
export const claimFact = (row: RawClaim): ClaimFact => ({
  claimId: row.claimId,
  recordId: row.recordId,
  criterionCode: row.criterionCode,
  title: row.title,
  kind: row.kind,
  happenedOn: row.happenedOn,
  periodCovered: row.periodCovered?.slice(0, "YYYY-MM".length) ?? null,
  incidentRef: row.incidentRef,
  subCase: row.subCase,
  technique: row.technique,
  readingItem: row.readingItem,
  evidenceCount: row.evidenceCount,
  claimed: {
    supervision: row.supervision,
    mentorPresent: row.mentorPresent,
    parts: row.parts,
    judged: row.judged,
    right: row.right,
  },
  standing: standingOf(row),
  confirmed: row.confirmed,
});
