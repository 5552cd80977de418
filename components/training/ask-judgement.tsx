import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { useTranslations } from "@/lib/platform/words";
import { type CriterionFrame, instantDayIn } from "./frame";
import type { StepActions } from "./step-actions";
import type { UsualWait } from "./usual-wait";

type Props = {
  enrolmentId: string;
  criterionCode: string;
  frame: CriterionFrame;
  usual: UsualWait;
  acts: Pick<StepActions, "askForJudgement" | "withdrawJudgement">;
};

/** Asks a mentor to judge the criterion; while the request waits, since when, and how to take it back. */
export function AskJudgement({ enrolmentId, criterionCode, frame, usual, acts }: Props) {
  const t = useTranslations("training.step");
  const asked = frame.judgementRequests.find((request) => request.criterionCode === criterionCode);
  if (asked) {
    return (
      <Form action={acts.withdrawJudgement} className="asked-line">
        <HiddenField name="requestId" value={asked.id} />
        <Badge state="waiting">
          {t("judgementOpen", { day: instantDayIn(frame, asked.requestedAt), usual: usual.judgement })}
        </Badge>
        <SubmitButton look="text" size="small" pending={t("withdrawing")}>
          {t("withdrawAsk")}
        </SubmitButton>
      </Form>
    );
  }
  return (
    <Disclosure summary={t("askJudgement")}>
      <Form action={acts.askForJudgement}>
        <HiddenField name="enrolmentId" value={enrolmentId} />
        <HiddenField name="criterionCode" value={criterionCode} />
        <TextArea name="note" label={t("askNote")} hint={t("askNoteHint")} max={1000} rows={2} />
        <div className="form-foot">
          <SubmitButton size="small" pending={t("asking")}>
            {t("askJudgement")}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
