import "server-only";
import type { Caller } from "@/lib/domain/access";
import { tellClaim } from "@/lib/domain/chronicle";
import {
  type ChangeRefusal,
  correct,
  withdrawRecord as decideBack,
  claim as decideClaim,
  withdrawClaim as decideClaimBack,
  type RecordRefusal,
} from "@/lib/domain/correction";
import { log } from "@/lib/domain/record";
import { complete, type RecordInput } from "@/lib/domain/record-input";
import { accept, type Decision, refuse } from "@/lib/domain/result";
import { recordEvent } from "@/lib/platform/audit";
import { inTransaction, lockPeople, type Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { refreshStandings } from "@/lib/training/facts";
import { findGround, type Ground } from "@/lib/training/queries";
import { insertRecord, loadOwnRecord, withdrawClaims } from "./facts";
import { eraseDraft, findLogged, loadLastKinds, loadLogContext, upsertDraft } from "./records";
import {
  type ClaimToWithdraw,
  DRAFT_OF_QUICK_LOG,
  DRAFT_OF_RECORD,
  type DraftForm,
  draftOfCorrection,
  type NewClaim,
  type RecordKey,
} from "./schema";

type Sent = RecordInput & { readonly onceKey: string };
type Logged = { readonly recordId: string; readonly claims: number };

/** 実績を記録. The form's key makes the same form sent twice, or forty times, one record. */
export const logRecord = async (sent: Sent, caller: Caller) => {
  const { actor, now } = caller;
  const ground = await findGround(actor, now);
  const form = sent.kind === null ? DRAFT_OF_QUICK_LOG : DRAFT_OF_RECORD;
  return inTransaction<Decision<Logged, RecordRefusal>>(async (tx) => {
    await lockPeople(tx, [actor.id]);
    return logWithin(tx, sent, caller, { ground, also: () => eraseDraft(tx, actor.id, form) });
  });
};

type Logging = { readonly ground: Ground; readonly also: (recordId: string) => Promise<unknown> };

/** Within the caller's transaction, the person's row locked. `also` is what else the record changes, before its event. */
export async function logWithin(
  tx: Tx,
  { onceKey, ...input }: Sent,
  { actor, now }: Caller,
  { ground, also }: Logging,
) {
  const before = await findLogged(tx, actor.id, onceKey);
  if (before) return accept({ recordId: before.id, claims: before._count.claims });
  const context = await loadLogContext(tx, actor.id, ground, now);
  const draft = complete(input, context, input.kind === null ? await loadLastKinds(tx, actor.id) : undefined);
  const decision = log(draft, context);
  if (!decision.ok) return decision;

  const written = await insertRecord(tx, { personId: actor.id, onceKey, draft, correctsId: null, now });
  const { recordId, content } = written;
  await also(recordId);
  const claims = written.claims.map(tellClaim);
  const body = { recordId, kind: draft.kind, happenedOn: draft.happenedOn, content, claims };
  await recordEvent(tx, { action: "RecordLogged", actorId: actor.id, subjectId: actor.id, body });
  return accept({ recordId, claims: draft.claims.length });
}

/** A new record takes the place of an own one: open claims move to it and wait again, frozen ones stay. */
export const correctRecord = async (
  { recordId: correctsId, onceKey, ...input }: Sent & RecordKey,
  { actor, now }: Caller,
) => {
  const ground = await findGround(actor, now);
  return inTransaction<Decision<Logged, RecordRefusal>>(async (tx) => {
    await lockPeople(tx, [actor.id]);
    const before = await findLogged(tx, actor.id, onceKey);
    if (before) return accept({ recordId: before.id, claims: before._count.claims });
    const record = await loadOwnRecord(tx, correctsId, actor.id);
    const context = await loadLogContext(tx, actor.id, ground, now);
    const draft = complete(input, context);
    const decision = correct(record, draft, context);
    if (!decision.ok) return decision;

    const { recordId, content, claims } = await insertRecord(tx, {
      personId: actor.id,
      onceKey,
      draft,
      correctsId,
      now,
    });
    await refreshStandings(tx, await withdrawClaims(tx, decision.value.moved, now));
    await eraseDraft(tx, actor.id, draftOfCorrection(correctsId));
    const body = { recordId, correctsId, content, claims: claims.map(tellClaim), moved: decision.value.moved };
    await recordEvent(tx, { action: "RecordCorrected", actorId: actor.id, subjectId: actor.id, body });
    return accept({ recordId, claims: draft.claims.length });
  });
};

/** Takes an own record back with what it claims, while no sign-off rests on it. */
export const withdrawRecord = ({ recordId }: RecordKey, { actor, now }: Caller) =>
  inTransaction<Decision<RecordKey, ChangeRefusal>>(async (tx) => {
    await lockPeople(tx, [actor.id]);
    const decision = decideBack(await loadOwnRecord(tx, recordId, actor.id));
    if (!decision.ok) return decision;
    if (decision.value === null) return accept({ recordId });

    const { claims } = decision.value;
    await tx.practiceRecord.update({ where: { id: recordId }, data: { withdrawnAt: now } });
    await refreshStandings(tx, await withdrawClaims(tx, claims, now));
    const body = { recordId, claimIds: claims };
    await recordEvent(tx, { action: "RecordWithdrawn", actorId: actor.id, subjectId: actor.id, body });
    return accept({ recordId });
  });

/** Lets an own record count for one more criterion. */
export const addClaim = async ({ recordId, wishes }: NewClaim, { actor, now }: Caller) => {
  const ground = await findGround(actor, now);
  return inTransaction<Decision<RecordKey, RecordRefusal>>(async (tx) => {
    await lockPeople(tx, [actor.id]);
    const [wish] = wishes;
    const record = await loadOwnRecord(tx, recordId, actor.id);
    if (!wish || !record) return refuse({ code: "NotFound" });
    const decision = decideClaim(record, wish, await loadLogContext(tx, actor.id, ground, now));
    if (!decision.ok) return decision;
    if (decision.value === "already") return accept({ recordId });

    const { enrolmentId, criterionCode } = wish;
    const stands = { parts: [...wish.parts], claimedAt: now, withdrawnAt: null };
    const recordId_enrolmentId_criterionCode = { recordId, enrolmentId, criterionCode };
    const { id: claimId } = await tx.recordClaim.upsert({
      where: { recordId_enrolmentId_criterionCode },
      create: { id: newId(now), ...recordId_enrolmentId_criterionCode, ...stands },
      update: stands,
    });
    const body = { recordId, claim: tellClaim({ claimId, enrolmentId, criterionCode }) };
    await recordEvent(tx, { action: "ClaimAdded", actorId: actor.id, subjectId: actor.id, body });
    return accept({ recordId });
  });
};

/** Takes one claim of an own record back; the record stays. */
export const withdrawClaim = ({ claimId }: ClaimToWithdraw, { actor, now }: Caller) =>
  inTransaction<Decision<RecordKey, ChangeRefusal>>(async (tx) => {
    await lockPeople(tx, [actor.id]);
    const row = await tx.recordClaim.findFirst({
      where: { id: claimId, record: { personId: actor.id } },
      select: { recordId: true, criterionCode: true },
    });
    if (!row) return refuse({ code: "NotFound" });
    const record = await loadOwnRecord(tx, row.recordId, actor.id);
    const decision = decideClaimBack(record?.claims.find((each) => each.claimId === claimId) ?? null);
    if (!decision.ok) return decision;
    if (decision.value === "already") return accept({ recordId: row.recordId });

    await refreshStandings(tx, await withdrawClaims(tx, [claimId], now));
    const body = { claimId, ...row };
    await recordEvent(tx, { action: "ClaimWithdrawn", actorId: actor.id, subjectId: actor.id, body });
    return accept({ recordId: row.recordId });
  });

/** What was typed and not sent, kept for 14 days. No fact yet: it leaves no event. */
export const saveDraft = ({ formKey, values }: DraftForm, { actor, now }: Caller) =>
  inTransaction<Decision<null, ChangeRefusal>>(async (tx) => {
    const recordId = formKey.startsWith("record:") ? formKey.slice("record:".length) : null;
    if (recordId !== null && !(await loadOwnRecord(tx, recordId, actor.id))) return refuse({ code: "NotFound" });
    await upsertDraft(tx, actor.id, formKey, values, now);
    return accept(null);
  });
