import "server-only";
import { findEdition } from "@/lib/curriculum/queries";
import type { Caller } from "@/lib/domain/access";
import { type EditionRefusal, moveToEdition } from "@/lib/domain/edition";
import { accept, type Decision, refuse } from "@/lib/domain/result";
import { inTransaction, lockPeople, type Tx } from "@/lib/platform/db";
import { writeEditionActs } from "./facts";
import { digestOfMovable, loadMovable } from "./records";
import { MOST_AT_ONCE, type MoveForm } from "./schema";

export type MovesDecision = Decision<{ moved: number; stays: number }, EditionRefusal>;

/** Moves trainees to the edition in force, or keeps them on theirs, exactly as the page showed it, or not at all. */
export async function moveEnrolments(input: MoveForm, { actor, now }: Caller): Promise<MovesDecision | Busy> {
  const { onceKey: actId, shown, moving, digest: previewed, reason } = input;
  if (!(await findEdition(input.from)) || shown.length === 0) return refuse({ code: "NotFound" });
  return inTransaction<MovesDecision>(async (tx) => {
    await lockTrainees(tx, shown);
    const before = await tx.editionDecision.groupBy({
      by: ["outcome"],
      where: { actId, decidedById: actor.id },
      _count: true,
    });
    if (before.length > 0) return accept(tally(before.map(({ outcome, _count }) => [outcome, _count])));
    const movable = await loadMovable(tx, actor, input, { limit: MOST_AT_ONCE, ids: shown });
    const facts = { movable, digest: digestOfMovable(movable) };
    const decision = moveToEdition({ shown, moving, previewed, reason }, facts, actor);
    if (!decision.ok) return decision;

    await writeEditionActs(tx, decision.value, { actId, reason: reason ?? "" }, { actor, now });
    return accept(tally(decision.value.map(({ outcome }) => [outcome, 1])));
  });
}
type Busy = { ok: false; refusal: { code: "Busy" } };

function tally(outcomes: readonly (readonly [string, number])[]) {
  const sum = (outcome: string) => outcomes.reduce((all, [each, count]) => (each === outcome ? all + count : all), 0);
  return { moved: sum("moved"), stays: sum("stays") };
}

async function lockTrainees(tx: Tx, enrolmentIds: readonly string[]) {
  const where = { id: { in: [...enrolmentIds] } };
  const found = await tx.enrolment.findMany({ where, select: { personId: true } });
  await lockPeople(
    tx,
    found.map(({ personId }) => personId),
  );
}
