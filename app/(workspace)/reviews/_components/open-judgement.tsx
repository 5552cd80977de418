import { JudgementDesk } from "@/components/reviews/judgement-desk";
import type { Around } from "@/components/reviews/move-links";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { Actor } from "@/lib/domain/access";
import { unjudged } from "@/lib/domain/second-opinion";
import { findHold } from "@/lib/hold/queries";
import type { JudgementView } from "@/lib/judgement/schema";
import { listOnCriterion } from "@/lib/second-opinion/queries";
import { judgeAction } from "../actions";
import { HoldStrip } from "./hold-strip";
import { OpinionStrip } from "./opinion-strip";

type Props = { actor: Actor; judgement: JudgementView; words: CurriculumWords; around: Around; now: Date };

/** A criterion on the desk; a request for its judgement can be taken on, and a second opinion be asked for. */
export async function OpenJudgement({ actor, judgement, words, around, now }: Props) {
  const { request, enrolmentId, criterion } = judgement;
  const hold = request && (await findHold(actor, { subject: "judgement", subjectId: request.requestId }, now));
  const opinions = await listOnCriterion(actor, { enrolmentId, criterionCode: criterion.code });
  const asked = opinions.find(
    ({ askedOf, givenAt, declined }) => askedOf.id === actor.id && givenAt === null && declined === null,
  );
  const checkpoints = asked ? unjudged(judgement.checkpoints, asked.askedBy.id) : judgement.checkpoints;
  return (
    <>
      <HoldStrip hold={hold} />
      <JudgementDesk
        judgement={{ ...judgement, checkpoints }}
        hold={hold}
        words={words}
        judge={judgeAction}
        around={around}
      />
      <OpinionStrip {...{ actor, judgement, opinions, words }} asked={asked ?? null} />
    </>
  );
}
