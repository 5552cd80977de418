import "server-only";
import type { Caller } from "@/lib/domain/access";
import { endHold as decideEnd, giveBack, type HoldRefusal, handOver, takeOn } from "@/lib/domain/hold";
import { amountOf } from "@/lib/domain/policy";
import { accept, type Decision, refuse } from "@/lib/domain/result";
import { type AuditAction, recordEvent } from "@/lib/platform/audit";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { findPolicyValuesNow } from "@/lib/policy/queries";
import { endHolds, gaveBackBefore, insertHolds, type LoadedPart, loadHoldToEnd, loadPartsLocked } from "./records";
import type { HeldSubject, HoldEnd, HoldHandover } from "./schema";

type Held = HeldSubject & { readonly parts: number };
type Outcome = Decision<Held, HoldRefusal>;

const holdHours = async (now: Date) => amountOf({ param: "platform.holdHours" }, await findPolicyValuesNow(now));

/** 引き受け: every part of it that is free and the actor's to review. */
export async function takeOnSubject(held: HeldSubject, caller: Caller) {
  const hours = await holdHours(caller.now);
  return inTransaction<Outcome>(async (tx) => {
    const decision = takeOn(await loadPartsLocked(tx, held, caller.now), caller.actor);
    if (!decision.ok) return decision;
    const parts = decision.value;
    if (parts.length === 0) return accept({ ...held, parts: 0 });
    const taken = { holderId: caller.actor.id, handedById: null, note: "", hours };
    const holdIds = await insertHolds(tx, held, parts, taken, caller.now);
    await announce(tx, "HoldTaken", { held, parts, body: { holdIds, hours } }, caller);
    return accept({ ...held, parts: parts.length });
  });
}

/** Back to the pool before its time. */
export const giveBackSubject = (held: HeldSubject, caller: Caller) =>
  inTransaction<Outcome>(async (tx) => {
    const parts = await loadPartsLocked(tx, held, caller.now);
    const decision = giveBack(parts, await gaveBackBefore(tx, held, caller), caller.actor);
    if (!decision.ok) return decision;
    const own = decision.value;
    if (own.length === 0) return accept({ ...held, parts: 0 });
    const holdIds = holdsOf(own);
    await endHolds(tx, holdIds, { ending: "givenBack", reason: null }, caller);
    await announce(tx, "HoldGivenBack", { held, parts: own, body: { holdIds } }, caller);
    return accept({ ...held, parts: own.length });
  });

/** Hand over to another mentor of the pool: the hold begins anew with them, and carries the note. */
export async function handOverSubject({ toId, note, ...held }: HoldHandover, caller: Caller) {
  const hours = await holdHours(caller.now);
  return inTransaction<Outcome>(async (tx) => {
    const decision = handOver(await loadPartsLocked(tx, held, caller.now), toId, caller.actor);
    if (!decision.ok) return decision;
    const parts = decision.value;
    if (parts.length === 0) return accept({ ...held, parts: 0 });
    await endHolds(tx, holdsOf(parts), { ending: "handedOver", reason: null }, caller);
    const handed = { holderId: toId, handedById: caller.actor.id, note, hours };
    const holdIds = await insertHolds(tx, held, parts, handed, caller.now);
    await announce(tx, "HoldHandedOver", { held, parts, body: { holdIds, toId, hours } }, caller);
    return accept({ ...held, parts: parts.length });
  });
}

/** A manager of the team ends somebody's hold: what was held is free again. */
export const endHold = ({ holdId, reason }: HoldEnd, caller: Caller) =>
  inTransaction<Decision<{ personId: string }, HoldRefusal>>(async (tx) => {
    const standing = await loadHoldToEnd(tx, holdId, caller.now);
    const decision = decideEnd(standing, caller.actor);
    if (!decision.ok || !standing) return decision.ok ? refuse({ code: "NotFound" }) : decision;
    const { traineeId: personId, enrolmentId } = standing.enrolment;
    if (decision.value.isRepeat) return accept({ personId });
    await endHolds(tx, [holdId], { ending: "ended", reason }, caller);
    const body = { holdId, enrolmentId, holderId: standing.holderId };
    await recordEvent(tx, { action: "HoldEnded", actorId: caller.actor.id, subjectId: personId, body });
    return accept({ personId });
  });

const holdsOf = (parts: readonly LoadedPart[]) => parts.flatMap(({ hold }) => (hold ? [hold.holdId] : []));

type Announced = {
  readonly held: HeldSubject;
  readonly parts: readonly LoadedPart[];
  readonly body: Parameters<typeof recordEvent>[1]["body"];
};

const announce = (tx: Tx, action: AuditAction, { held, parts, body }: Announced, { actor }: Caller) =>
  recordEvent(tx, {
    action,
    actorId: actor.id,
    subjectId: parts[0]?.enrolment.traineeId ?? "",
    body: { ...held, ...body, enrolmentIds: parts.map(({ enrolmentId }) => enrolmentId) },
  });
