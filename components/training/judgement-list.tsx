import { useLocale } from "next-intl";
import { Mark, type MarkKind } from "@/components/ui/mark";
import { attestRuleIn, checkpointsOf } from "@/lib/domain/attestation";
import type { CriterionNode } from "@/lib/domain/curriculum";
import type { Judgement } from "@/lib/domain/facts";
import { factDot, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { AttestationSeen } from "./enrolment-seen";
import { type CriterionFrame, dayIn } from "./frame";
import { judgedLevel } from "./supervision-options";

const MARKS: Record<Judgement, MarkKind> = { met: "verified", notYet: "broken", noOccasion: "notNeeded" };

type Props = { criterion: CriterionNode; attestations: readonly AttestationSeen[]; frame: CriterionFrame };

/** What a mentor judged point by point, with what they wrote. */
export function JudgementList({ criterion, attestations, frame }: Props) {
  const t = useTranslations("training.step");
  const rule = attestRuleIn(criterion.rule);
  const own = attestations.filter(({ criterionCode }) => criterionCode === criterion.code);
  if (!rule || own.length === 0) return null;
  const list = "fromList" in rule.checkpoints ? rule.checkpoints.fromList : null;
  const nameOf = (point: string) =>
    list === null ? frame.words.part(criterion.code, point) : frame.words.listEntry(list, point).title;
  const judged = checkpointsOf(rule, frame.policy).flatMap((point) =>
    own.filter(({ checkpoint }) => checkpoint === point),
  );
  return (
    <>
      <h4>{t("judged")}</h4>
      <ul className="account">
        {judged.map(({ checkpoint, judgement, supervision, judgedOn, by, comment }) => (
          <li key={checkpoint}>
            <Mark kind={MARKS[judgement]} />
            <span className="n">{t(`judgements.${judgement}`)}</span>
            <span>{nameOf(checkpoint)}</span>
            <span className="why">
              <Level judged={{ judgement, supervision }} />
              {t("judgedBy", { name: formatName(by, frame.locale), day: dayIn(frame, judgedOn) })}
              {comment !== "" && ` ${comment}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The supervision at which it was judged. */
function Level({ judged }: { judged: Pick<AttestationSeen, "judgement" | "supervision"> }) {
  const level = judgedLevel(useTranslations("records.form"), judged);
  const locale = useLocale();
  return level && level + factDot(locale);
}
