import "server-only";
import type { Caller } from "@/lib/domain/access";
import { accept, type Decision, refuse } from "@/lib/domain/result";
import { setTarget, type TargetRefusal } from "@/lib/domain/target-date";
import { recordEvent } from "@/lib/platform/audit";
import { toDbDay } from "@/lib/platform/days";
import { inTransaction } from "@/lib/platform/db";
import { loadGround } from "./records";
import type { TargetForm } from "./schema";

type Outcome = Decision<{ personId: string; enrolmentId: string; step: number }, TargetRefusal>;

/** The form's key is the row's id: the same form sent twice is one date. */
export const setTargetDate = (input: TargetForm, { actor, now }: Caller) =>
  inTransaction<Outcome>(
    async (tx) => {
      const { onceKey: id, enrolmentId, step, targetOn, reason } = input;
      const ground = await loadGround(tx, { enrolmentId, step }, now);
      if (!ground) return refuse({ code: "NotFound" });
      const { traineeId: personId } = ground.enrolment;
      const decision = setTarget(targetOn, ground, actor);
      if (!decision.ok) return decision;
      const done = accept({ personId, enrolmentId, step });
      const isSent = (await tx.targetDate.count({ where: { id, enrolmentId, step, setById: actor.id } })) > 0;
      if (decision.value.isRepeat || isSent) return done;

      const { attempt, current } = ground;
      const set = { targetOn: targetOn && toDbDay(targetOn), setById: actor.id, setAt: now, reason };
      await tx.targetDate.create({ data: { id, enrolmentId, step, attempt, ...set } });
      const body = { enrolmentId, step, attempt, targetOn, earlierOn: current };
      await recordEvent(tx, { action: "TargetDateSet", actorId: actor.id, subjectId: personId, body });
      return done;
    },
    { onDuplicate: () => refuse({ code: "NotFound" }) },
  );
