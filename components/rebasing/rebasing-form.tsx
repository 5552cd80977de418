import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { SectionHeading } from "@/components/ui/section-heading";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";

type Props = {
  enrolmentIds: readonly string[];
  digest: string;
  count: number;
  onceKey: string;
  action: FormAction;
};

/** Agreed to as it was shown: the digest says what that was. */
export function RebasingForm({ enrolmentIds, digest, count, onceKey, action }: Props) {
  const t = useTranslations("rebasing");
  return (
    <section className="sec">
      <SectionHeading>{t("form")}</SectionHeading>
      <Form action={action} onceKey={onceKey} className="narrow-page mt-4">
        {enrolmentIds.map((id) => (
          <HiddenField key={id} name="enrolmentIds[]" value={id} />
        ))}
        <HiddenField name="digest" value={digest} />
        <p>{t("consequence", { count })}</p>
        <TextArea name="reason" label={t("reason")} required max={2000} rows={3} />
        <div className="form-foot">
          <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
        </div>
      </Form>
    </section>
  );
}
