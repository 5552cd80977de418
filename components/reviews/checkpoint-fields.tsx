import { useLocale } from "next-intl";
import { RadioGroup } from "@/components/form/radio-group";
import { TextArea } from "@/components/form/text-area";
import { judgedLevel, supervisionOptions } from "@/components/training/supervision-options";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { suggestedLevel } from "@/lib/domain/attestation";
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

function JudgeField({ checkpoint: { code }, judgement, name }: FieldProps) {
  const t = useTranslations("reviews.judgement");
  const { isConditional } = judgement;
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
      <LevelField code={code} judgement={judgement} />
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

/** Nothing is chosen beforehand: a level that nobody chose would be signed by inertia. What suggests itself is said beside it. */
function LevelField({ code, judgement }: Pick<FieldProps, "judgement"> & { code: string }) {
  const t = useTranslations("reviews.judgement");
  const form = useTranslations("records.form");
  const { leastSupervision, claims } = judgement;
  const shown = suggestedLevel(leastSupervision, claims);
  return (
    <RadioGroup
      name={`supervision:${code}`}
      label={t("level")}
      unmarked
      hint={shown ? t(`levelHint.${shown.from}`, { level: form(`supervisions.${shown.level}`) }) : t("levelHint.plain")}
      options={supervisionOptions(form)}
    />
  );
}

function Stands({ checkpoint, today }: { checkpoint: CheckpointView; today: string }) {
  const t = useTranslations("reviews.judgement");
  const locale = useLocale();
  const form = useTranslations("records.form");
  const { judgement, supervision, by, judgedOn, comment } = checkpoint;
  if (judgement === null || by === null || judgedOn === null) return null;
  const day = formatDay(judgedOn, locale, { today });
  const standing = [t(judgement), judgedLevel(form, { judgement, supervision })].filter((word) => word !== null);
  return (
    <p className="small sub">
      {t("stands", { judgement: standing.join(" "), name: formatName(by, locale), day })}
      {comment !== "" && ` ${comment}`}
    </p>
  );
}
