import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Disclosure } from "@/components/ui/disclosure";
import { useTranslations } from "@/lib/platform/words";
import { withdrawRecordAction } from "../../../actions";
import { isFrozen, type RecordSeen, stands } from "./record-seen";

/** Takes the whole record back, asked twice; while a sign-off rests on it, says why that cannot be. */
export function RecordBack({ record }: { record: RecordSeen }) {
  const t = useTranslations("records.record");
  const m = useTranslations("myRecords.record");
  if (!stands(record)) return null;
  if (isFrozen(record)) return <p className="hint mt-4">{m("frozenWhy")}</p>;
  return (
    <Disclosure summary={t("withdraw")} className="no-print mt-4">
      <Form action={withdrawRecordAction}>
        <HiddenField name="recordId" value={record.recordId} />
        <p className="b">{m("withdrawTitle")}</p>
        <p className="hint">{t("withdrawHint")}</p>
        <div className="form-foot">
          <SubmitButton look="refuse" pending={t("withdrawing")}>
            {t("withdrawConfirm")}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
