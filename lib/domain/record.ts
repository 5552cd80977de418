import { daysBetween, earliestOf, latestOf, monthOf, type PlainDay, type PlainMonth } from "./calendar";
import type { CriterionNode } from "./curriculum";
import type { TlpLabel } from "./facts";
import type { StepNumber } from "./proficiency";
import { fieldsNeededBy, NEEDED_FIELDS, type NeededField, partsOf } from "./record-needs";
import { accept, type Decision, refuse } from "./result";
import type { RecordKind, Supervision } from "./rule";

export type EvidenceKind = "link" | "ticket";
export type EvidenceDraft = { readonly kind: EvidenceKind; readonly value: string };
export type DraftClaim = {
  readonly enrolmentId: string;
  readonly criterionCode: string;
  readonly parts: readonly string[];
};

/** What a trainee is about to log, as parsed; empty fields are null. */
export type RecordDraft = {
  readonly happenedOn: PlainDay;
  readonly kind: RecordKind;
  readonly title: string;
  readonly did: string | null;
  readonly learned: string | null;
  readonly supervision: Supervision | null;
  readonly mentorPresentId: string | null;
  readonly mentorPresentName: string | null;
  readonly tlp: TlpLabel;
  readonly incidentRef: string | null;
  readonly periodCovered: PlainMonth | null;
  readonly subCase: string | null;
  readonly judged: number | null;
  readonly right: number | null;
  readonly technique: string | null;
  readonly readingItem: string | null;
  readonly evidence: readonly EvidenceDraft[];
  readonly claims: readonly DraftClaim[];
};

/** Nothing said yet: what is written by other means than the form begins with it. */
export const EMPTY_DRAFT: RecordDraft = {
  happenedOn: "",
  kind: "other",
  title: "",
  did: null,
  learned: null,
  supervision: null,
  mentorPresentId: null,
  mentorPresentName: null,
  tlp: "AMBER",
  incidentRef: null,
  periodCovered: null,
  subCase: null,
  judged: null,
  right: null,
  technique: null,
  readingItem: null,
  evidence: [],
  claims: [],
};

/** A criterion that the trainee may claim: applicable, and its STEP not signed off. */
export type ClaimableCriterion = { readonly step: StepNumber; readonly criterion: CriterionNode };

/** An own enrolment that has not ended, as logging sees it. */
export type LoggedEnrolment = {
  readonly enrolmentId: string;
  /** The day it is in the team's calendar. */
  readonly today: PlainDay;
  /** The earliest day that policy allows: some months before enrolment. */
  readonly earliestOn: PlainDay;
  readonly claimable: readonly ClaimableCriterion[];
};

export type LogContext = {
  readonly enrolments: readonly LoggedEnrolment[];
  /** Mentors of the enrolments, who may be named as present. */
  readonly mentorIds: readonly string[];
  /** Codes that the fields with a list may hold. */
  readonly choices: Readonly<Record<"subCase" | "technique" | "readingItem", readonly string[]>>;
};

export type LogRefusal =
  | { readonly code: "NotEnrolled" }
  | { readonly code: "HappenedInFuture" }
  | { readonly code: "DayTooLongAgo"; readonly earliestOn: PlainDay }
  | { readonly code: "MonthInFuture" }
  | { readonly code: "MonthTooLongAgo" }
  | { readonly code: "CriterionNotClaimable" }
  | { readonly code: "FieldsMissing"; readonly fields: readonly NeededField[] }
  | { readonly code: "ChoiceUnknown"; readonly field: "subCase" | "technique" | "readingItem" }
  | { readonly code: "MoreRightThanJudged" }
  | { readonly code: "PartUnknown" }
  | { readonly code: "MentorUnknown" }
  | { readonly code: "RedHoldsReferenceOnly" }
  | { readonly code: "RedNeedsMentor" };

const HAS: Record<NeededField, (draft: RecordDraft) => boolean> = {
  supervision: ({ supervision }) => supervision !== null,
  // Whether a mentor was there is an answer in itself: without one the record is kept and not counted.
  mentorPresent: () => true,
  // Without a reference each record is its own incident.
  incidentRef: () => true,
  periodCovered: ({ periodCovered }) => periodCovered !== null,
  subCase: ({ subCase }) => subCase !== null,
  judged: ({ judged }) => judged !== null,
  right: ({ right }) => right !== null,
  technique: ({ technique }) => technique !== null,
  readingItem: ({ readingItem }) => readingItem !== null,
  evidence: ({ evidence }) => evidence.length > 0,
  parts: () => true,
};

/** May this be logged? Recording is always open; only what makes no sense is refused (product.md, 1, 2 and 5). */
export function log(draft: RecordDraft, context: LogContext): Decision<null, LogRefusal> {
  if (context.enrolments.length === 0) return refuse({ code: "NotEnrolled" });
  const refusal =
    dayRefusal(draft, context.enrolments) ??
    tlpRefusal(draft) ??
    mentorRefusal(draft, context) ??
    numbersRefusal(draft) ??
    choiceRefusal(draft, context) ??
    claimRefusal(draft, context);
  return refusal ? refuse(refusal) : accept(null);
}

const least = (days: readonly PlainDay[]) => earliestOf(days) ?? "";
const greatest = (days: readonly PlainDay[]) => latestOf(days) ?? "";

/** The days open to a record: those of every enrolment it is claimed for, or of any where it claims nothing. */
function openDays({ claims }: RecordDraft, enrolments: readonly LoggedEnrolment[]) {
  const claimed = enrolments.filter(({ enrolmentId }) => claims.some((claim) => claim.enrolmentId === enrolmentId));
  const [of, first, last] = claimed.length > 0 ? [claimed, greatest, least] : [enrolments, least, greatest];
  return { earliestOn: first(of.map(({ earliestOn }) => earliestOn)), today: last(of.map(({ today }) => today)) };
}

function dayRefusal(draft: RecordDraft, enrolments: readonly LoggedEnrolment[]): LogRefusal | null {
  const { happenedOn, periodCovered } = draft;
  const { earliestOn, today } = openDays(draft, enrolments);
  if (happenedOn > today) return { code: "HappenedInFuture" };
  if (happenedOn < earliestOn) return { code: "DayTooLongAgo", earliestOn };
  if (periodCovered === null) return null;
  if (periodCovered > monthOf(happenedOn)) return { code: "MonthInFuture" };
  return periodCovered < monthOf(earliestOn) ? { code: "MonthTooLongAgo" } : null;
}

/** TLP:RED holds a reference only, readable by the trainee and the named mentor (product.md, 17). */
function tlpRefusal({ tlp, did, learned, mentorPresentId }: RecordDraft): LogRefusal | null {
  if (tlp !== "RED") return null;
  if (did !== null || learned !== null) return { code: "RedHoldsReferenceOnly" };
  return mentorPresentId === null ? { code: "RedNeedsMentor" } : null;
}

const mentorRefusal = ({ mentorPresentId }: RecordDraft, { mentorIds }: LogContext): LogRefusal | null =>
  mentorPresentId !== null && !mentorIds.includes(mentorPresentId) ? { code: "MentorUnknown" } : null;

const numbersRefusal = ({ judged, right }: RecordDraft): LogRefusal | null =>
  right !== null && right > (judged ?? 0) ? { code: "MoreRightThanJudged" } : null;

function choiceRefusal(draft: RecordDraft, { choices }: LogContext): LogRefusal | null {
  for (const field of ["subCase", "technique", "readingItem"] as const) {
    const chosen = draft[field];
    if (chosen !== null && !choices[field].includes(chosen)) return { code: "ChoiceUnknown", field };
  }
  return null;
}

/** Every field that any of the claims needs is named at once. */
function claimRefusal(draft: RecordDraft, { enrolments }: LogContext): LogRefusal | null {
  const rules = draft.claims.flatMap((claim) => claimableIn(enrolments, claim)?.criterion.rule ?? []);
  if (rules.length < draft.claims.length) return { code: "CriterionNotClaimable" };
  const needed = new Set(rules.flatMap(fieldsNeededBy));
  const fields = NEEDED_FIELDS.filter((field) => needed.has(field) && !HAS[field](draft));
  if (fields.length > 0) return { code: "FieldsMissing", fields };
  const isKnown = ({ parts }: DraftClaim, place: number) => {
    const rule = rules[place];
    return rule !== undefined && parts.every((part) => partsOf(rule).includes(part));
  };
  return draft.claims.every(isKnown) ? null : { code: "PartUnknown" };
}

export const claimableIn = (
  enrolments: readonly LoggedEnrolment[],
  { enrolmentId, criterionCode }: Pick<DraftClaim, "enrolmentId" | "criterionCode">,
): ClaimableCriterion | undefined =>
  enrolments
    .find((enrolment) => enrolment.enrolmentId === enrolmentId)
    ?.claimable.find(({ criterion }) => criterion.code === criterionCode);

/** Days between the day it happened and the day it was logged: 後日記録 when more than `graceDays`, else null. */
export const loggedLate = (happenedOn: PlainDay, loggedOn: PlainDay, graceDays = 31): number | null => {
  const delay = daysBetween(happenedOn, loggedOn);
  return delay > graceDays ? delay : null;
};
