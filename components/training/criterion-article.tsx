import { ItemNote, SourceIds } from "@/components/curriculum/item-foot";
import { ruleConditions } from "@/components/curriculum/rule-conditions";
import { ruleSentence } from "@/components/curriculum/rule-text";
import { LinkButton } from "@/components/ui/link-button";
import { Mark } from "@/components/ui/mark";
import { Passage } from "@/components/ui/passage";
import { attestRuleIn } from "@/lib/domain/attestation";
import { useTranslations } from "@/lib/platform/words";
import { AskJudgement } from "./ask-judgement";
import { ClaimAccount, type RecordHref } from "./claim-account";
import { CriterionStrip } from "./criterion-strip";
import { DrillScenes } from "./drill-scenes";
import type { EnrolmentSeen } from "./enrolment-seen";
import type { CriterionFrame, MeasuredCriterion } from "./frame";
import { HaveNeed } from "./have-need";
import { JudgementList } from "./judgement-list";
import { nextMove } from "./next-move";
import { ReadingItems } from "./reading-items";
import { RemarkThread } from "./remark-thread";
import { ROW_MARKS, rowStateOf } from "./row-state";
import type { StepActions } from "./step-actions";
import type { UsualWait } from "./usual-wait";

type Props = MeasuredCriterion & {
  enrolment: EnrolmentSeen;
  frame: CriterionFrame;
  usual: UsualWait;
  recordHref: RecordHref;
  /** Absent where the STEP is signed off: it is read, nothing more. */
  acts?: StepActions;
};

/** One criterion in full: how it counts, what counted and why the rest did not, what was judged, what to do next. */
export function CriterionArticle({ criterion, progress, enrolment, frame, usual, recordHref, acts }: Props) {
  const t = useTranslations("progress");
  const s = useTranslations("training.step");
  const rules = useTranslations("rules");
  const state = rowStateOf(progress);
  const measured = { criterion, progress };
  const remarks = frame.remarks.filter(({ criterionCode }) => criterionCode === criterion.code);
  const conditions = ruleConditions(criterion, frame.policy, rules, frame.words);
  const item = frame.words.item(criterion.code);
  return (
    <article id={criterion.code} className="crit-full">
      <header>
        <Mark kind={ROW_MARKS[state]} label={t(`row.${state}`)} />
        <h3>{frame.words.title(criterion.code)}</h3>
        <HaveNeed progress={progress} />
      </header>
      <p>
        <Passage text={item.text} />
        <SourceIds item={item} />
      </p>
      <ItemNote note={item.note} as="p" />
      <p className="hint phrase">{ruleSentence(criterion, frame.policy, rules, frame.words)}</p>
      <div className="viz">
        <CriterionStrip {...measured} frame={frame} />
      </div>
      {acts && !progress.met && <p className="nx phrase">{nextMove({ ...measured, frame, t })}</p>}
      {remarks.map(
        (remark) => acts && <RemarkThread key={remark.remarkId} remark={remark} frame={frame} acts={acts} />,
      )}
      {acts && !progress.met && <Acts {...measured} enrolment={enrolment} frame={frame} usual={usual} acts={acts} />}
      {criterion.rule.kind === "reading" && <ReadingItems {...measured} list={criterion.rule.list} frame={frame} />}
      {criterion.rule.kind === "caseDrill" && <DrillScenes {...measured} frame={frame} />}
      <JudgementList criterion={criterion} attestations={enrolment.training.attestations} frame={frame} />
      {conditions.length > 0 && (
        <>
          <h4>{s("conditions")}</h4>
          <ul className="how">
            {conditions.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ul>
        </>
      )}
      <h4>{s("records")}</h4>
      <ClaimAccount {...measured} frame={frame} recordHref={recordHref} />
    </article>
  );
}

type ActsProps = Pick<Props, "criterion" | "enrolment" | "frame" | "usual"> & { acts: StepActions };

function Acts({ criterion, enrolment, frame, usual, acts }: ActsProps) {
  const t = useTranslations("training.step");
  const { enrolmentId } = enrolment.training.ref;
  return (
    <div className="acts">
      <LinkButton size="small" href={`/my-training/records/new?criterion=${enrolmentId}:${criterion.code}`}>
        {t("log")}
      </LinkButton>
      {attestRuleIn(criterion.rule) && (
        <AskJudgement
          enrolmentId={enrolmentId}
          criterionCode={criterion.code}
          frame={frame}
          usual={usual}
          acts={acts}
        />
      )}
    </div>
  );
}
