import { OpinionState } from "@/components/mentoring/opinion-state";
import { checkpointName } from "@/components/reviews/checkpoint-fields";
import { SectionHeading } from "@/components/ui/section-heading";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { attestRuleIn } from "@/lib/domain/attestation";
import { useTranslations } from "@/lib/platform/words";
import type { OpinionView } from "@/lib/second-opinion/schema";
import type { EnrolmentView } from "@/lib/training/queries";

type Props = { opinions: readonly OpinionView[]; enrolments: readonly EnrolmentView[]; words: CurriculumWords };

/** That a second mentor was asked about one's training, and what both said once both have judged. Nothing while none was. */
export function OwnOpinions({ opinions, enrolments, words }: Props) {
  const t = useTranslations("mentoring.opinion");
  if (opinions.length === 0) return null;
  return (
    <section className="sec" id="opinions">
      <SectionHeading>{t("title")}</SectionHeading>
      {opinions.map((opinion) => (
        <div key={opinion.opinionId}>
          <h3>{words.title(opinion.criterionCode)}</h3>
          <OpinionState opinion={opinion} nameOf={namesIn(opinion, enrolments, words)} />
        </div>
      ))}
    </section>
  );
}

const namesIn =
  ({ enrolmentId, criterionCode }: OpinionView, enrolments: readonly EnrolmentView[], words: CurriculumWords) =>
  (code: string) => {
    const enrolment = enrolments.find(({ training }) => training.ref.enrolmentId === enrolmentId);
    const criterion = enrolment?.curriculum.criterion(criterionCode);
    const rule = criterion && attestRuleIn(criterion.rule);
    if (!criterion || !rule) return code;
    const list = "fromList" in rule.checkpoints ? rule.checkpoints.fromList : null;
    return checkpointName(code, { list, criterion }, words);
  };
