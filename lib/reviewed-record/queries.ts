import "server-only";
import type { PlacedCriterion } from "@/lib/curriculum/schema";
import { type Actor, canReadRecordText } from "@/lib/domain/access";
import { checksOf, ifVerified } from "@/lib/domain/claim-check";
import { progressOf } from "@/lib/domain/criterion";
import type { ClaimStanding, CriterionFacts } from "@/lib/domain/facts";
import { claimEffect } from "@/lib/domain/progress";
import { loggedLate } from "@/lib/domain/record";
import { settledBy } from "@/lib/domain/remark";
import { todayIn } from "@/lib/platform/days";
import { type EnrolmentUnderReview, listUnderReview } from "@/lib/reviews/queries";
import { loadRecordRow, type RecordClaimRow, type RecordRow } from "./records";
import type { ClaimView, MeasuredFacts, RecordView } from "./schema";

/**
 * A record with the claims that the reader may see: what it says, what was said about it, and for each claim what verifying
 * would do. Null where there is none, or none of it is theirs to see. Three statements; one more for a STEP that has not opened.
 */
export async function findRecordReview(actor: Actor, recordId: string, now: Date): Promise<RecordView | null> {
  const row = await loadRecordRow(recordId);
  if (!row || row.trainee.id === actor.id) return null;
  const criterionCodes = row.claims.map(({ criterionCode }) => criterionCode);
  const enrolmentIds = [...new Set(row.claims.map(({ enrolmentId }) => enrolmentId))];
  const enrolments = await listUnderReview(actor, { enrolmentIds, criterionCodes }, now);
  const claims = row.claims
    .flatMap((claim) => {
      const enrolment = enrolments.find(({ training }) => training.ref.enrolmentId === claim.enrolmentId);
      const view = enrolment && claimView(claim, enrolment);
      return view ? [{ view, enrolment, place: placeOf(view.criterion, enrolment) }] : [];
    })
    .sort((a, b) => a.place - b.place);
  const [first] = claims;
  if (!first) return null;
  const seen = new Set(claims.map(({ view }) => view.claimId));
  const own = new Set(claims.map(({ view }) => view.enrolmentId));
  const isOwn = ({ enrolmentId }: { enrolmentId: string }) => own.has(enrolmentId);
  const { timeZone } = first.enrolment.training.team;
  return {
    ...withheld(row, canReadRecordText(actor, textRef(row), first.enrolment.training.ref)),
    timeZone,
    today: first.enrolment.calendar.today,
    lateDays: loggedLate(row.happenedOn, todayIn(timeZone, new Date(row.loggedAt))),
    earlierRemarks: row.earlierRemarks.filter(isOwn),
    recent: row.recent.filter(isOwn).slice(0, RECENT),
    claims: claims.map(({ view }) => view),
    otherRoleGroups: row.claims.filter(({ claimId }) => !seen.has(claimId)).map(({ roleGroupCode }) => roleGroupCode),
  };
}

/** As many earlier records as fit a line. */
const RECENT = 3;

/** In the order of the curriculum: of the STEPs, and of the criteria within. */
const placeOf = ({ code, roleGroup, step }: PlacedCriterion, { curriculum, training }: EnrolmentUnderReview) =>
  step * 1000 +
  curriculum.criteriaOf(roleGroup, step, training.tracks).findIndex((criterion) => criterion.code === code);

const textRef = ({ trainee, tlp, mentorPresent }: RecordRow) => ({
  traineeId: trainee.id,
  tlp,
  mentorPresentId: mentorPresent?.id ?? null,
});

/** Under TLP:RED others than the named mentor see the reference, and that there is something. */
function withheld({ claims: _, ...row }: RecordRow, isReadable: boolean) {
  if (isReadable) return { ...row, isReadable };
  const evidence = row.evidence.filter(({ kind }) => kind === "ticket");
  return { ...row, isReadable, title: "", did: "", learned: "", evidence };
}

/** Null where the edition has no such criterion any more, or the claim was taken back. */
function claimView(row: RecordClaimRow, enrolment: EnrolmentUnderReview): ClaimView | null {
  const { training, curriculum, calendar, quality } = enrolment;
  const criterion = curriculum.criterion(row.criterionCode);
  const claim = training.facts.claims.find(({ claimId }) => claimId === row.claimId);
  if (!criterion || !claim) return null;
  const policy = enrolment.policyFor(criterion.step);
  const { drillCases } = curriculum.structure;
  const measure = measuring(criterion, { policy, calendar, drillCases });
  const settled = settledBy(row.openRemarks, { type: "claimVerified", ...row });
  const after = measure(ifVerified(training.facts, row.claimId, settled));
  const effect = claimEffect(after.progress, row.claimId);
  return {
    claimId: row.claimId,
    enrolmentId: row.enrolmentId,
    criterion,
    standing: claim.standing,
    quality,
    claim,
    claimedAt: row.claimedAt,
    isFrozen: row.isFrozen,
    verified: row.verified,
    remarks: row.remarks,
    policy,
    calendar,
    drillCases,
    timeZone: training.team.timeZone,
    before: measure(training.facts),
    after: isOpen(claim.standing) ? { ...after, effect } : null,
    checks: checksOf(criterion.rule, claim, effect),
  };
}

const isOpen = (standing: ClaimStanding) => standing === "waiting" || standing === "sentBack";

const measuring =
  (
    criterion: PlacedCriterion,
    { policy, calendar, drillCases }: Pick<ClaimView, "policy" | "calendar" | "drillCases">,
  ) =>
  (facts: CriterionFacts): MeasuredFacts => ({
    facts,
    progress: progressOf(criterion, facts, policy, calendar, drillCases),
  });
