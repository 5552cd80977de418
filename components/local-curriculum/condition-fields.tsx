import { Checkbox } from "@/components/form/checkbox";
import { CheckboxGroup } from "@/components/form/checkbox-group";
import { NumberField } from "@/components/form/number-field";
import { SelectField } from "@/components/form/select-field";
import { TextArea } from "@/components/form/text-area";
import { supervisionOptions } from "@/components/training/supervision-options";
import { RECORD_KINDS } from "@/lib/domain/rule";
import { useTranslations } from "@/lib/platform/words";

/** What a record must have to be counted. */
export function ConditionFields({ suffix }: { suffix: "" | "2" }) {
  const t = useTranslations("localCurriculum");
  const records = useTranslations("records");
  return (
    <>
      <CheckboxGroup
        name={`kinds${suffix}[]`}
        label={t("recordKinds")}
        hint={t("recordKindsHint")}
        look="chips"
        options={RECORD_KINDS.map((kind) => ({ value: kind, label: records(`kinds.${kind}`) }))}
      />
      <SelectField
        name={`minSupervision${suffix}`}
        label={t("minSupervision")}
        unmarked
        options={supervisionOptions(useTranslations("records.form"))}
      />
      <Checkbox name={`mentorPresent${suffix}`} label={t("mentorPresent")} />
      <Checkbox name={`distinctIncidents${suffix}`} label={t("distinctIncidents")} />
      <NumberField name={`minEvidence${suffix}`} label={t("minEvidence")} unmarked />
      <TextArea name={`partsJa${suffix}`} label={t("partsJa")} unmarked hint={t("partsHint")} max={4000} rows={3} />
      <TextArea name={`partsEn${suffix}`} label={t("partsEn")} unmarked max={4000} rows={3} />
    </>
  );
}
