import { JudgementDesk } from "@/components/reviews/judgement-desk";
import type { Around } from "@/components/reviews/move-links";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { Actor } from "@/lib/domain/access";
import type { JudgementView } from "@/lib/judgement/schema";
import { judgeAction } from "../actions";
import { HoldStrip } from "./hold-strip";

type Props = { actor: Actor; judgement: JudgementView; words: CurriculumWords; around: Around; now: Date };

/** A criterion on the desk; a request for its judgement can be taken on. */
export function OpenJudgement({ actor, judgement, words, around, now }: Props) {
  const { request } = judgement;
  return (
    <>
      {request && <HoldStrip subject="judgement" subjectId={request.requestId} actor={actor} now={now} />}
      <JudgementDesk judgement={judgement} words={words} judge={judgeAction} around={around} />
    </>
  );
}
