import "server-only";
import { curriculumFor } from "@/lib/curriculum/queries";
import type { Actor, Caller } from "@/lib/domain/access";
import { tellConfirmed } from "@/lib/domain/chronicle";
import type { ConfirmedFacts } from "@/lib/domain/facts";
import { isForBatch } from "@/lib/domain/queue";
import { accept, type Decision, refuse } from "@/lib/domain/result";
import type { CriterionRule } from "@/lib/domain/rule";
import {
  chosenFrom,
  decideEach,
  withdrawVerification as decideWithdrawal,
  type Review,
  type ReviewRefusal,
  sendBack,
  verify,
} from "@/lib/domain/verification";
import { endHoldsOnRecords } from "@/lib/hold/facts";
import { type AuditAction, type AuditEvent, recordEvents } from "@/lib/platform/audit";
import { inTransaction, lockPeople, type Tx } from "@/lib/platform/db";
import { refreshStandings } from "@/lib/training/facts";
import {
  type ClaimUnderReview,
  findEditions,
  findLots,
  insertRemark,
  insertVerifications,
  type Lot,
  loadClaim,
  loadClaimsOfRecord,
  loadClaimsOfRecords,
  lockTraineeOf,
  settledByRemark,
  settledByVerifying,
} from "./records";
import type {
  BatchVerification,
  RecordDecision,
  RecordSendBack,
  RecordVerification,
  WithdrawnVerification,
} from "./schema";

type Reviewed = { readonly recordId: string; readonly personId: string; readonly claims: number };
type ReviewDecision = Decision<Reviewed, ReviewRefusal>;
type Fresh = readonly (Review & { readonly claim: ClaimUnderReview })[];

/** What the pressed button says. */
export async function decideRecord(input: RecordDecision, caller: Caller) {
  const isVerified = input.decision === "verify";
  const decision = isVerified ? await verifyClaims(input, caller) : await sendBackClaims(input, caller);
  const outcome: "claimsVerified" | "claimsSentBack" = isVerified ? "claimsVerified" : "claimsSentBack";
  return decision.ok ? accept({ ...decision.value, outcome }) : decision;
}

/** 確認: the chosen claims of one record, all or none, as the mentor confirms them. */
export const verifyClaims = (input: RecordVerification, caller: Caller) =>
  inTransaction<ReviewDecision>(async (tx) => {
    const { recordId, claims: chosen, parts, comment } = input;
    const { supervision, mentorPresent, judged, right } = input;
    const personId = await lockTraineeOf(tx, recordId);
    const claims = chosenFrom(await loadClaimsOfRecord(tx, recordId, caller.now), chosen, caller.actor);
    if (!claims.ok) return claims;

    const confirmed = ({ claimId }: ClaimUnderReview) => ({
      ...{ supervision, mentorPresent, judged, right },
      parts: parts.filter((each) => each.claimId === claimId).map(({ part }) => part),
    });
    const reviews = decideEach(claims.value, (claim) => verify(claim, confirmed(claim), caller.actor));
    if (!reviews.ok) return reviews;
    const fresh = reviews.value.filter(({ isRepeat }) => !isRepeat);
    const confirming = fresh.map((review) => ({ ...review, confirmed: confirmed(review.claim), comment }));
    await insertVerifications(tx, confirming, caller);
    return finish(
      tx,
      { action: "ClaimsVerified", recordId, personId, fresh, told: toldVerified(fresh, confirmed) },
      caller,
    );
  });

type Fitness = (claim: ClaimUnderReview & { readonly rule: CriterionRule | null }) => boolean;

/** Of the queue, unread: only what asks for no judgement. */
export const verifyRecords = (input: BatchVerification, caller: Caller) => verifyMany(input, isForBatch, caller);

/** Of a page that shows what each record says: all but what was sent back before, and what only its named mentor may read. */
export const verifySeen = (input: BatchVerification, caller: Caller) =>
  verifyMany(input, ({ isResubmitted, tlp }) => !isResubmitted && tlp !== "RED", caller);

/**
 * Of the page of an import, which shows the numbers of each person with what they rest on: corrections too, because a changed
 * verdict is just what the page shows. Where nothing is the caller's to verify, nothing is there.
 */
export async function verifyLot(input: BatchVerification, caller: Caller) {
  const isFit: Fitness = ({ tlp, remarks, claimId }) =>
    tlp !== "RED" && remarks.every((remark) => remark.claimId !== claimId);
  const decision = await verifyMany(input, isFit, caller);
  const isOthers = decision.ok && decision.value.refused.every(({ code }) => code === "NotFound");
  return isOthers && decision.value.verified === 0 ? refuse({ code: "NotFound" }) : decision;
}

/**
 * One transaction for each person's records (decision 096): what could not be verified is told with its reason, and holds up
 * nothing else.
 */
async function verifyMany({ records }: BatchVerification, isFit: Fitness, caller: Caller) {
  if (records.length === 0) return refuse({ code: "NothingChosen" });
  const ruleOf = await findRules(records);
  const isToVerify = (claim: ClaimUnderReview) => isFit({ ...claim, rule: ruleOf(claim) });
  const refusedAs = new Map(records.map((recordId) => [recordId, "NotFound"]));
  for (const lot of await findLots(records)) {
    const decisions = await verifyAsClaimed(lot, isToVerify, caller);
    for (const { recordId, decision } of decisions) {
      if (decision.ok) refusedAs.delete(recordId);
      else refusedAs.set(recordId, decision.refusal.code);
    }
  }
  const refused = [...refusedAs].map(([recordId, code]) => ({ recordId, code }));
  return accept({ verified: new Set(records).size - refused.length, refused });
}

/** Editions never change: read before the transactions, which must not wait for a second connection. */
async function findRules(recordIds: readonly string[]) {
  const editions = await Promise.all((await findEditions(recordIds)).map(curriculumFor));
  return ({ editionId, criterionCode }: ClaimUnderReview) =>
    editions.find((edition) => edition.editionId === editionId)?.criterion(criterionCode)?.rule ?? null;
}

type IsFit = (claim: ClaimUnderReview) => boolean;
const verifiedAsClaimed = (record: Pick<Finishing, "recordId" | "personId" | "fresh">): Finishing => ({
  ...record,
  action: "ClaimsVerified",
  told: toldVerified(record.fresh, ({ claimed }) => claimed),
});

/** Each record by itself, on what stands while its person is locked; written together. */
async function verifyAsClaimed({ personId, recordIds }: Lot, isFit: IsFit, caller: Caller) {
  const decided = await inTransaction(async (tx) => {
    await lockPeople(tx, [personId]);
    const claims = Map.groupBy(await loadClaimsOfRecords(tx, recordIds, caller.now), ({ recordId }) => recordId);
    const decisions = recordIds.map((recordId) => {
      return { recordId, decision: reviewAsClaimed(claims.get(recordId) ?? [], isFit, caller.actor) };
    });
    const finishing = decisions.flatMap(({ recordId, decision }): Finishing[] =>
      decision.ok ? [verifiedAsClaimed({ recordId, personId, fresh: decision.value })] : [],
    );
    const fresh = finishing.flatMap((each) => each.fresh);
    const confirming = fresh.map((review) => ({ ...review, confirmed: review.claim.claimed, comment: "" }));
    await insertVerifications(tx, confirming, caller);
    await finishAll(tx, finishing, caller);
    return accept(decisions);
  });
  return decided.ok ? decided.value : recordIds.map((recordId) => ({ recordId, decision: decided }));
}

/** What waits of a record, or else what was decided already, as far as it is the actor's. */
function reviewAsClaimed(all: readonly ClaimUnderReview[], isFit: IsFit, actor: Actor): Decision<Fresh, ReviewRefusal> {
  const waiting = all.filter(({ standing }) => standing === "waiting");
  const chosen = (waiting.length > 0 ? waiting : all).map(({ claimId }) => claimId);
  const claims = ownOf(all, chosen, actor);
  if (!claims.ok) return claims;
  if (!claims.value.every(isFit)) return refuse({ code: "NeedsJudgement" });
  const reviews = decideEach(claims.value, (claim) => verify(claim, claim.claimed, actor));
  return reviews.ok ? accept(reviews.value.filter(({ isRepeat }) => !isRepeat)) : reviews;
}

/** Of those chosen, the actor's own. */
const ownOf = (all: readonly ClaimUnderReview[], chosen: readonly string[], actor: Actor) => {
  const own = chosen.filter((id) => chosenFrom(all, [id], actor).ok);
  return chosenFrom(all, own, actor);
};

/** 差し戻し: a reason for each claim that goes back, all or none. An answer that was given before is judged by it. */
export const sendBackClaims = ({ recordId, reasons }: RecordSendBack, caller: Caller) =>
  inTransaction<ReviewDecision>(async (tx) => {
    const personId = await lockTraineeOf(tx, recordId);
    const claims = chosenFrom(
      await loadClaimsOfRecord(tx, recordId, caller.now),
      [...reasons.keys()],
      caller.actor,
      "ReasonMissing",
    );
    if (!claims.ok) return claims;

    const reasonFor = ({ claimId }: ClaimUnderReview) => reasons.get(claimId) ?? "";
    const reviews = decideEach(claims.value, (claim) => sendBack(claim, reasonFor(claim), caller.actor));
    if (!reviews.ok) return reviews;
    const fresh = reviews.value.filter(({ isRepeat }) => !isRepeat);
    const remarks: string[] = [];
    for (const { claim } of fresh) remarks.push(await insertRemark(tx, claim, reasonFor(claim), caller));
    const settled = fresh.flatMap(({ claim }) => settledByRemark(claim));
    return finish(tx, { action: "ClaimsSentBack", recordId, personId, fresh, told: { remarks, settled } }, caller);
  });

/** Takes a verification back with a reason; the claim waits again. */
export const withdrawVerification = ({ verificationId, reason }: WithdrawnVerification, caller: Caller) =>
  inTransaction<ReviewDecision>(async (tx) => {
    const { actor, now } = caller;
    const row = await tx.verification.findUnique({
      where: { id: verificationId },
      select: { claimId: true, claim: { select: { recordId: true } } },
    });
    if (!row) return refuse({ code: "NotFound" });
    const { recordId } = row.claim;
    const personId = await lockTraineeOf(tx, recordId);
    const claim = await loadClaim(tx, row.claimId, now);
    if (!claim) return refuse({ code: "NotFound" });
    const { withdrawnById } = await tx.verification.findUniqueOrThrow({ where: { id: verificationId } });
    const decision = decideWithdrawal({ claim, withdrawnById }, actor);
    if (!decision.ok) return decision;

    const fresh = decision.value.isRepeat ? [] : [{ claim, ...decision.value }];
    const withdrawn = { withdrawnAt: now, withdrawnById: actor.id, withdrawReason: reason };
    if (fresh.length > 0) await tx.verification.update({ where: { id: verificationId }, data: withdrawn });
    return finish(tx, { action: "VerificationWithdrawn", recordId, personId, fresh }, caller);
  });

type Finishing = {
  readonly action: AuditAction;
  readonly recordId: string;
  readonly personId: string;
  readonly fresh: Fresh;
  readonly told?: { readonly [field: string]: readonly string[] };
};

/** What was confirmed of each, and which remarks are settled by it. */
const toldVerified = (fresh: Fresh, confirmed: (claim: ClaimUnderReview) => ConfirmedFacts) => ({
  confirmed: fresh.map(({ claim }) => tellConfirmed(confirmed(claim))),
  settled: [...new Set(fresh.flatMap(({ claim }) => settledByVerifying(claim)))],
});

async function finish(tx: Tx, finishing: Finishing, caller: Caller) {
  await finishAll(tx, [finishing], caller);
  const { recordId, personId, fresh } = finishing;
  return accept({ recordId, personId, claims: fresh.length });
}

/** Where the trainees stand, what was held, and an event for each record: unless nothing was new. */
async function finishAll(tx: Tx, finishing: readonly Finishing[], caller: Caller) {
  const done = finishing.filter(({ fresh }) => fresh.length > 0);
  if (done.length === 0) return;
  await refreshStandings(tx, enrolmentsOf(done.flatMap(({ fresh }) => fresh)));
  await endHoldsOnRecords(
    tx,
    done.map(({ recordId }) => recordId),
    caller,
  );
  await recordEvents(
    tx,
    done.map((each) => eventOf(each, caller)),
  );
}

const enrolmentsOf = (fresh: Fresh) => [...new Set(fresh.map(({ claim }) => claim.enrolment.enrolmentId))].sort();

function eventOf({ action, recordId, personId, fresh, told }: Finishing, { actor }: Caller): AuditEvent {
  const claimIds = fresh.map(({ claim }) => claim.claimId);
  const byReviewer = fresh.some(({ quality }) => quality === "reviewer");
  const body = { recordId, claimIds, enrolmentIds: enrolmentsOf(fresh), byReviewer, ...told };
  return { action, actorId: actor.id, subjectId: personId, body };
}
