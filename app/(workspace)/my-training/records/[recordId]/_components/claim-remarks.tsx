import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Disclosure } from "@/components/ui/disclosure";
import { Quote } from "@/components/ui/quote";
import { Tag } from "@/components/ui/tag";
import { formatDay, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { ClaimSeen } from "@/lib/records/queries";
import { answerRemarkAction } from "../../../actions";
import type { RecordFrame } from "./record-seen";

type Props = { claim: ClaimSeen; frame: RecordFrame };

/** What was sent back, in full, with the answer to it or the way to give one. */
export function ClaimRemarks({ claim, frame: { locale } }: Props) {
  const t = useTranslations("records.record");
  const m = useTranslations("myRecords.record");
  return claim.remarks.map(({ remarkId, reason, by, madeOn, answer, settled }) => (
    <div key={remarkId} className="thread">
      <Quote tone="back" by={t("remarkBy", { name: formatName(by, locale), day: formatDay(madeOn, locale) })}>
        {t("quote", { reason })}
      </Quote>
      {settled && <Tag>{t("settled")}</Tag>}
      {answer !== null && (
        <p className="wrap-anywhere">
          {t("answer", { answer })} {!settled && <span className="hint">{m("answerWaits")}</span>}
        </p>
      )}
      {answer === null && !settled && <AnswerForm remarkId={remarkId} />}
    </div>
  ));
}

function AnswerForm({ remarkId }: { remarkId: string }) {
  const t = useTranslations("training.step");
  return (
    <Disclosure summary={t("answer")}>
      <Form action={answerRemarkAction}>
        <HiddenField name="remarkId" value={remarkId} />
        <TextArea name="answer" label={t("yourAnswer")} hint={t("answerHint")} required max={2000} />
        <div className="form-foot">
          <SubmitButton size="small" pending={t("sendingAnswer")}>
            {t("sendAnswer")}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
