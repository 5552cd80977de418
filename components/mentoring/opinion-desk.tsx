import { useLocale } from "next-intl";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { CheckpointFields, checkpointName } from "@/components/reviews/checkpoint-fields";
import { SupportingRecords } from "@/components/reviews/supporting-records";
import { Disclosure } from "@/components/ui/disclosure";
import { Quote } from "@/components/ui/quote";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { JudgementView } from "@/lib/judgement/schema";
import type { FormAction } from "@/lib/platform/action-state";
import { formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { LONGEST_REASON, type OpinionView } from "@/lib/second-opinion/schema";
import { OpinionState } from "./opinion-state";

type Props = {
  opinion: OpinionView;
  /** The criterion without anybody's judgement. */
  judgement: JudgementView;
  words: CurriculumWords;
  /** The reader is asked and has not answered. */
  isAsked: boolean;
  actions: { give: FormAction; decline: FormAction };
};

/** The same criterion on the same evidence, judged apart. */
export function OpinionDesk({ opinion, judgement, words, isAsked, actions }: Props) {
  const t = useTranslations("mentoring.opinion");
  const locale = useLocale();
  const { criterion, claims, calendar } = judgement;
  return (
    <>
      <p className="prose">{words.text(criterion.code)}</p>
      {opinion.note !== "" && (
        <Quote by={t("about", { name: formatName(opinion.askedBy, locale) })}>{opinion.note}</Quote>
      )}
      <OpinionState opinion={opinion} nameOf={(code) => checkpointName(code, judgement, words)} />
      <SupportingRecords claims={claims} today={calendar.today} level={2} />
      {isAsked && <Answer opinion={opinion} judgement={judgement} words={words} actions={actions} />}
    </>
  );
}

function Answer({ opinion: { opinionId }, judgement, words, actions }: Omit<Props, "isAsked">) {
  const t = useTranslations("mentoring.opinion");
  return (
    <section className="sec">
      <Form action={actions.give} className="narrow-page">
        <HiddenField name="opinionId" value={opinionId} />
        <p className="small sub">{t("ruleAsked")}</p>
        <CheckpointFields judgement={judgement} words={words} canJudge />
        <div className="form-foot">
          <SubmitButton pending={t("giving")}>{t("give")}</SubmitButton>
          <span className="small sub">{t("notice")}</span>
        </div>
      </Form>
      <Disclosure summary={t("decline")} className="mt-3">
        <Form action={actions.decline} className="narrow-page">
          <HiddenField name="opinionId" value={opinionId} />
          <TextArea
            name="reason"
            label={t("declineReason")}
            hint={t("declineHint")}
            required
            max={LONGEST_REASON}
            rows={2}
          />
          <div className="form-foot">
            <SubmitButton look="refuse" pending={t("declining")}>
              {t("declineNow")}
            </SubmitButton>
          </div>
        </Form>
      </Disclosure>
    </section>
  );
}
