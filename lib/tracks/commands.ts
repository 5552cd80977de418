import "server-only";
import type { Caller } from "@/lib/domain/access";
import { accept, type Decision, refuse } from "@/lib/domain/result";
import { changeTracks as decide, type TrackRefusal } from "@/lib/domain/track-change";
import { recordEvent } from "@/lib/platform/audit";
import { inTransaction } from "@/lib/platform/db";
import { findGround, loadTrackFacts } from "./records";
import type { TrackForm } from "./schema";

/** Which work an enrolment covers from now on. Signed-off STEPs keep what they rested on; the form's key is the row's id. */
export async function changeTracks(input: TrackForm, { actor, now }: Caller) {
  const { onceKey: id, enrolmentId, reason } = input;
  const known = await findGround(enrolmentId);
  return inTransaction<Decision<{ personId: string }, TrackRefusal>>(
    async (tx) => {
      const facts = await loadTrackFacts(tx, enrolmentId, known);
      const personId = facts?.ref.traineeId ?? "";
      if (await tx.trackChange.count({ where: { id, enrolmentId, changedById: actor.id } }))
        return accept({ personId });
      const decision = decide(input, facts, actor);
      if (!decision.ok || !facts) return decision.ok ? refuse({ code: "NotFound" }) : decision;

      const [before, after] = [[...facts.before], [...decision.value.tracks]];
      await tx.enrolment.update({ where: { id: enrolmentId }, data: { tracks: after } });
      const changed = { reason, changedById: actor.id, changedAt: now };
      await tx.trackChange.create({ data: { id, enrolmentId, before, after, ...changed } });
      const body = { trackChangeId: id, enrolmentId, before, after };
      await recordEvent(tx, { action: "TracksChanged", actorId: actor.id, subjectId: personId, body });
      return accept({ personId });
    },
    { onDuplicate: () => refuse({ code: "TracksChangedMeanwhile" }) },
  );
}
