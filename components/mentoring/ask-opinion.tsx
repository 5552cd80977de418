import { useLocale } from "next-intl";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Disclosure } from "@/components/ui/disclosure";
import type { FormAction } from "@/lib/platform/action-state";
import { formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { LONGEST_REASON } from "@/lib/second-opinion/schema";

type Props = {
  enrolmentId: string;
  criterionCode: string;
  colleagues: readonly { readonly id: string; readonly name: string; readonly latinName: string }[];
  onceKey: string;
  ask: FormAction;
};

/** 2人目の意見を求める: whom, and what the asker is unsure about. */
export function AskOpinion({ enrolmentId, criterionCode, colleagues, onceKey, ask }: Props) {
  const t = useTranslations("mentoring.opinion");
  const locale = useLocale();
  return (
    <Disclosure summary={t("ask")}>
      <Form action={ask} onceKey={onceKey} className="narrow-page">
        <p className="small sub">{t("rule")}</p>
        <HiddenField name="enrolmentId" value={enrolmentId} />
        <HiddenField name="criterionCode" value={criterionCode} />
        <SelectField
          name="askedOfId"
          label={t("of")}
          required
          options={colleagues.map((person) => ({ value: person.id, label: formatName(person, locale) }))}
        />
        <TextArea name="note" label={t("note")} hint={t("noteHint")} max={LONGEST_REASON} rows={2} />
        <div className="form-foot">
          <SubmitButton look="plain" pending={t("asking")}>
            {t("askNow")}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
