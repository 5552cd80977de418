import { useLocale } from "next-intl";
import { RadioGroup } from "@/components/form/radio-group";
import { TextArea } from "@/components/form/text-area";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { CheckpointView, JudgementView } from "@/lib/judgement/schema";
import { LONGEST_REASON } from "@/lib/judgement/schema";
import { formatDay, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Props = { judgement: JudgementView; words: CurriculumWords; canJudge: boolean };

/** できている, まだ or (where the source allows it) 機会なし, with a reason; the judgement that stands is said. */
export function CheckpointFields({ judgement, words, canJudge }: Props) {
  return (
    <div className="checkpoints">
      {judgement.checkpoints.map((checkpoint) => (
        <div key={checkpoint.code} className="checkpoint">
          {canJudge ? (
            <JudgeField checkpoint={checkpoint} judgement={judgement} name={nameOf(checkpoint, judgement, words)} />
          ) : (
            <p className="lab">{nameOf(checkpoint, judgement, words)}</p>
          )}
          <Stands checkpoint={checkpoint} today={judgement.calendar.today} />
        </div>
      ))}
    </div>
  );
}

const nameOf = ({ code }: CheckpointView, judgement: JudgementView, words: CurriculumWords) =>
  checkpointName(code, judgement, words);

/** By the curriculum, or by the list that the organisation keeps. */
export const checkpointName = (
  code: string,
  { list, criterion }: Pick<JudgementView, "list" | "criterion">,
  words: CurriculumWords,
) => (list === null ? words.part(criterion.code, code) : words.listEntry(list, code).title);

type FieldProps = { checkpoint: CheckpointView; judgement: JudgementView; name: string };

function JudgeField({ checkpoint: { code }, judgement: { isConditional }, name }: FieldProps) {
  const t = useTranslations("reviews.judgement");
  return (
    <>
      <RadioGroup
        name={`judgement:${code}`}
        label={name}
        unmarked
        options={[
          { value: "met", label: t("met") },
          { value: "notYet", label: t("notYet") },
          ...(isConditional ? [{ value: "noOccasion", label: t("noOccasion") }] : []),
        ]}
      />
      <TextArea
        name={`comment:${code}`}
        label={t("comment")}
        hint={t(isConditional ? "commentHint" : "commentHintPlain")}
        max={LONGEST_REASON}
        rows={1}
      />
    </>
  );
}

function Stands({ checkpoint, today }: { checkpoint: CheckpointView; today: string }) {
  const t = useTranslations("reviews.judgement");
  const locale = useLocale();
  const { judgement, by, judgedOn, comment } = checkpoint;
  if (judgement === null || by === null || judgedOn === null) return null;
  const day = formatDay(judgedOn, locale, { today });
  return (
    <p className="small sub">
      {t("stands", { judgement: t(judgement), name: formatName(by, locale), day })}
      {comment !== "" && ` ${comment}`}
    </p>
  );
}
