import { AskOpinion } from "@/components/mentoring/ask-opinion";
import { OpinionState } from "@/components/mentoring/opinion-state";
import { checkpointName } from "@/components/reviews/checkpoint-fields";
import { Link } from "@/components/ui/link";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { Actor } from "@/lib/domain/access";
import type { JudgementView } from "@/lib/judgement/schema";
import { newId } from "@/lib/platform/ids";
import { useTranslations } from "@/lib/platform/words";
import type { OpinionView } from "@/lib/second-opinion/schema";
import { askOpinionAction } from "../opinion-actions";

type Props = {
  actor: Actor;
  judgement: JudgementView;
  opinions: readonly OpinionView[];
  words: CurriculumWords;
  /** The one that the reader is asked for and has not answered. */
  asked: OpinionView | null;
};

/** Below the desk: second opinions on this criterion that the reader asked for or gave, and asking for one. */
export function OpinionStrip({ actor, judgement, opinions, words, asked }: Props) {
  const t = useTranslations("mentoring.opinion");
  const { enrolmentId, criterion, colleagues, quality, stepCompleted } = judgement;
  const others = colleagues.filter(({ id }) => id !== actor.id);
  const mayAsk = quality !== null && !stepCompleted && others.length > 0;
  if (!mayAsk && opinions.length === 0) return null;
  return (
    <section className="withdraw" aria-label={t("title")}>
      {asked && (
        <p className="small">
          <Link href={`/reviews/opinions/${asked.opinionId}`}>{t("toOpinion")}</Link>
        </p>
      )}
      {opinions.map((opinion) => (
        <OpinionState
          key={opinion.opinionId}
          opinion={opinion}
          nameOf={(code) => checkpointName(code, judgement, words)}
        />
      ))}
      {mayAsk && (
        <AskOpinion
          enrolmentId={enrolmentId}
          criterionCode={criterion.code}
          colleagues={others}
          onceKey={newId()}
          ask={askOpinionAction}
        />
      )}
    </section>
  );
}
