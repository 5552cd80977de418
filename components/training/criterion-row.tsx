import { ruleSentence } from "@/components/curriculum/rule-text";
import { Link } from "@/components/ui/link";
import { Mark } from "@/components/ui/mark";
import { Tag } from "@/components/ui/tag";
import { useTranslations } from "@/lib/platform/words";
import { CriterionStrip } from "./criterion-strip";
import type { CriterionFrame, MeasuredCriterion } from "./frame";
import { HaveNeed } from "./have-need";
import { nextMove } from "./next-move";
import { ROW_MARKS, rowStateOf } from "./row-state";

type Props = MeasuredCriterion & {
  frame: CriterionFrame;
  /** The STEP that this criterion belongs to, where it is not the open one: 先行記録. */
  ahead?: number;
  /** Where its full explanation stands. */
  href?: string;
};

/** State, title and rule, have / need, strip, next move: always in this order. */
export function CriterionRow({ criterion, progress, frame, ahead, href }: Props) {
  const t = useTranslations("progress");
  const rules = useTranslations("rules");
  const state = rowStateOf(progress);
  const title = frame.words.title(criterion.code);
  return (
    <li className="crit">
      <div className="st">
        <Mark kind={ROW_MARKS[state]} label={t(`row.${state}`)} />
      </div>
      <div>
        <p className="t">
          {href === undefined ? title : <Link href={href}>{title}</Link>}{" "}
          {ahead !== undefined && <Tag>{t("ahead", { step: ahead })}</Tag>}
        </p>
        <p className="rule phrase">
          {ruleSentence(criterion, frame.policy, rules, frame.words)}
          {ahead !== undefined && <span className="more">{t("aheadNote")}</span>}
        </p>
      </div>
      <HaveNeed progress={progress} />
      <div className="viz">
        <CriterionStrip criterion={criterion} progress={progress} frame={frame} />
      </div>
      <p className="nx phrase">{nextMove({ criterion, progress, frame, t })}</p>
    </li>
  );
}
