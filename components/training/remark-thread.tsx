import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Disclosure } from "@/components/ui/disclosure";
import { LinkButton } from "@/components/ui/link-button";
import { Quote } from "@/components/ui/quote";
import { formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { type CriterionFrame, claimIn, dayIn, type RemarkSeen } from "./frame";
import type { StepActions } from "./step-actions";

type Props = { remark: RemarkSeen; frame: CriterionFrame; acts: Pick<StepActions, "answerRemark"> };

/** What was sent back, in full; the trainee corrects the record or answers. */
export function RemarkThread({ remark, frame, acts }: Props) {
  const t = useTranslations("training");
  const by = t("next.by", { name: formatName(remark.by, frame.locale), day: dayIn(frame, remark.madeOn) });
  const isThere = claimIn(frame, remark.claimId ?? undefined) !== undefined;
  return (
    <div className="thread">
      <Quote tone="back" by={by}>
        {t("next.quote", { reason: remark.reason })}
      </Quote>
      {remark.answer !== null ? (
        <p>
          <b>{t("step.yourAnswer")}</b> {remark.answer} <span className="hint">{t("step.answerWaits")}</span>
        </p>
      ) : (
        <>
          {isThere && remark.recordId !== null && (
            <LinkButton size="small" href={`/my-training/records/${remark.recordId}/correct`}>
              {t("step.correctRecord")}
            </LinkButton>
          )}
          <Disclosure summary={t("step.answer")}>
            <Form action={acts.answerRemark}>
              <HiddenField name="remarkId" value={remark.remarkId} />
              <TextArea name="answer" label={t("step.yourAnswer")} hint={t("step.answerHint")} required max={2000} />
              <div className="form-foot">
                <SubmitButton size="small" pending={t("step.sendingAnswer")}>
                  {t("step.sendAnswer")}
                </SubmitButton>
              </div>
            </Form>
          </Disclosure>
        </>
      )}
    </div>
  );
}
