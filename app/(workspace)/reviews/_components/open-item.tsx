import { AnswerDesk } from "@/components/reviews/answer-desk";
import type { Around } from "@/components/reviews/move-links";
import { RequestDesk } from "@/components/reviews/request-desk";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { Actor } from "@/lib/domain/access";
import { findHold } from "@/lib/hold/queries";
import { findAnswer, findJudgement } from "@/lib/judgement/queries";
import type { QueueItem } from "@/lib/queue/schema";
import { findRecordReview } from "@/lib/reviewed-record/queries";
import { judgeAnswerAction } from "../actions";
import { HoldStrip } from "./hold-strip";
import { OpenJudgement } from "./open-judgement";
import { OpenRecord } from "./open-record";

type Props = { actor: Actor; item: QueueItem; words: CurriculumWords; around: Around; now: Date };

/** The longest wait, whatever it is, beside the queue. Null where somebody was faster. */
export async function OpenItem({ item, ...props }: Props) {
  const { actor, now, words, around } = props;
  if (item.kind === "record") {
    const record = await findRecordReview(actor, item.id, now);
    return record && <OpenRecord record={record} {...props} />;
  }
  if (item.kind === "judgement") {
    const asked = { enrolmentId: item.enrolmentId ?? "", criterionCode: item.code ?? "" };
    const judgement = await findJudgement(actor, asked, now);
    return judgement && <OpenJudgement judgement={judgement} {...props} />;
  }
  if (item.kind === "answer") {
    const answer = await findAnswer(actor, item.id, now);
    return answer && <AnswerDesk answer={answer} words={words} judge={judgeAnswerAction} around={around} />;
  }
  const hold = item.kind === "signOff" ? await findHold(actor, { subject: "signOff", subjectId: item.id }, now) : null;
  return (
    <>
      <HoldStrip hold={hold} />
      <RequestDesk item={item} words={words} around={around} />
    </>
  );
}
