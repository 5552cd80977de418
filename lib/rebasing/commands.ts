import "server-only";
import type { Caller } from "@/lib/domain/access";
import { type RebasingEffect, type RebasingRefusal, rebase } from "@/lib/domain/rebasing";
import { accept, type Decision } from "@/lib/domain/result";
import { recordEvents } from "@/lib/platform/audit";
import { toDbDay } from "@/lib/platform/days";
import { inTransaction, lockPeople, type Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { policyFor, todayOf } from "@/lib/training/facts";
import type { Prisma } from "@/prisma/generated/client";
import { digestOfEffects, findGround, type Ground, loadRebasable, type Rebasable } from "./records";
import type { RebasingForm } from "./schema";

export type RebasingDecision = Decision<{ rebased: number }, RebasingRefusal>;

/** Measures the open STEPs of chosen people by today's values, exactly as the preview showed it, or not at all. */
export async function rebaseSteps(input: RebasingForm, { actor, now }: Caller) {
  const { onceKey: actId, enrolmentIds, digest: previewed } = input;
  const ground = await findGround(enrolmentIds, now);
  return inTransaction<RebasingDecision>(async (tx) => {
    await lockTrainees(tx, enrolmentIds);
    const before = await tx.rebasing.count({ where: { actId, rebasedById: actor.id } });
    if (before > 0) return accept({ rebased: before });
    const rebasable = await loadRebasable(tx, enrolmentIds, ground, now);
    const enrolments = rebasable.map(({ training, effect }) => ({ ref: training.ref, effect }));
    const facts = { enrolments, previewed, digest: digestOfEffects(rebasable) };
    const decision = rebase(enrolmentIds, facts, actor);
    if (!decision.ok) return decision;

    await writeRebasings(tx, { effects: decision.value, rebasable, ground, input }, { actor, now });
    return accept({ rebased: decision.value.length });
  });
}

async function lockTrainees(tx: Tx, enrolmentIds: readonly string[]) {
  const where = { id: { in: [...enrolmentIds] } };
  const found = await tx.enrolment.findMany({ where, select: { personId: true } });
  await lockPeople(
    tx,
    found.map(({ personId }) => personId),
  );
}

type Writing = {
  readonly effects: readonly RebasingEffect[];
  readonly rebasable: readonly Rebasable[];
  readonly ground: Ground;
  readonly input: RebasingForm;
};

/** A fact and an event for each of them. */
async function writeRebasings(tx: Tx, { effects, rebasable, ground, input }: Writing, { actor, now }: Caller) {
  const made = effects.flatMap((effect) => {
    const training = rebasable.find((each) => each.effect === effect)?.training;
    return training ? [{ effect, training, id: newId(now), today: todayOf(training, now) }] : [];
  });
  await tx.rebasing.createMany({
    data: made.map(({ effect: { enrolmentId, step }, training, id, today }) => {
      const values = ground.policyOn.get(today) ?? {};
      return {
        id,
        actId: input.onceKey,
        enrolmentId,
        step,
        rebasedById: actor.id,
        rebasedAt: now,
        rebasedOn: toDbDay(today),
        reason: input.reason,
        valuesBefore: policyFor(training, step, values) as Prisma.InputJsonValue,
        valuesAfter: values as Prisma.InputJsonValue,
      };
    }),
  });
  await recordEvents(
    tx,
    made.map(({ effect, training, id }) => ({
      action: "StepRebased",
      actorId: actor.id,
      subjectId: training.ref.traineeId,
      body: eventBody(effect, id, input.onceKey),
    })),
  );
}

const eventBody = ({ enrolmentId, step, values, shifts }: RebasingEffect, rebasingId: string, actId: string) => ({
  rebasingId,
  actId,
  enrolmentId,
  step,
  parameters: values.map(({ code }) => code),
  toMet: shifts.filter(({ flip }) => flip === "toMet").map(({ criterionCode }) => criterionCode),
  toUnmet: shifts.filter(({ flip }) => flip === "toUnmet").map(({ criterionCode }) => criterionCode),
});
