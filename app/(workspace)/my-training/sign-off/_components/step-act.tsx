import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { stepHref } from "@/components/training/enrolment-seen";
import { stepName } from "@/components/training/step-name";
import { Disclosure } from "@/components/ui/disclosure";
import { Link } from "@/components/ui/link";
import { useTranslations } from "@/lib/platform/words";
import { requestSignOffAction, withdrawRequestAction } from "../../actions";
import type { StepRow } from "./step-row";

/** Asks, takes back, or leads to the conditions. */
export function StepAct({ row }: { row: StepRow }) {
  const t = useTranslations("training.signOff");
  const { enrolmentId } = row.enrolment.training.ref;
  return (
    <>
      {row.standing === "askable" && <AskForm row={row} />}
      {row.standing === "asked" && <WithdrawForm row={row} />}
      <Link href={`${stepHref(enrolmentId, row.state.step)}#sign-off`}>
        {t("see")}
        <span className="vh"> {useName(row)}</span>
      </Link>
    </>
  );
}

function useName({ enrolment, state }: StepRow): string {
  const t = useTranslations("training");
  return stepName(state.step, enrolment, t);
}

function AskForm({ row }: { row: StepRow }) {
  const t = useTranslations("training.signOff");
  const name = useName(row);
  return (
    <Disclosure summary={t("ask", { step: name })}>
      <Form action={requestSignOffAction}>
        <HiddenField name="enrolmentId" value={row.enrolment.training.ref.enrolmentId} />
        <HiddenField name="step" value={String(row.state.step)} />
        <TextArea name="note" label={t("note")} max={1000} rows={2} />
        <div className="form-foot">
          <SubmitButton pending={t("asking")}>{t("ask", { step: name })}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}

function WithdrawForm({ row }: { row: StepRow }) {
  const t = useTranslations("training.signOff");
  const { openRequest } = row.enrolment.training;
  if (!openRequest) return null;
  return (
    <Form action={withdrawRequestAction} className="mb-2">
      <HiddenField name="requestId" value={openRequest.id} />
      <SubmitButton look="plain" size="small" pending={t("withdrawing")}>
        {t("withdraw")}
      </SubmitButton>
    </Form>
  );
}
