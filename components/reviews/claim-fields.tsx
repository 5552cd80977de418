import { Checkbox } from "@/components/form/checkbox";
import { CheckboxGroup } from "@/components/form/checkbox-group";
import { HiddenField } from "@/components/form/hidden-field";
import { NumberField } from "@/components/form/number-field";
import { RadioGroup } from "@/components/form/radio-group";
import { supervisionOptions } from "@/components/training/supervision-options";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { useTranslations } from "@/lib/platform/words";
import type { ClaimView, RecordView } from "@/lib/reviewed-record/schema";
import type { FactField } from "./decidable";

type Props = { claim: ClaimView; record: RecordView; words: CurriculumWords; fields: readonly FactField[] };

/** What only a mentor can say; filled with what the trainee claimed. */
export function ClaimFields({ claim, record, words, fields }: Props) {
  const t = useTranslations("reviews.claim");
  const { parts } = claim.claim.claimed;
  const code = claim.criterion.code;
  return (
    <>
      {fields.includes("judged") && <Numbers record={record} />}
      {fields.includes("supervision") && <SupervisionField record={record} />}
      {fields.includes("mentorPresent") && (
        <Checkbox name="mentorPresent" label={t("mentorPresent")} defaultChecked={claim.claim.claimed.mentorPresent} />
      )}
      {parts.length > 0 && (
        <CheckboxGroup
          name="parts[]"
          label={t("parts")}
          unmarked
          look="column"
          options={parts.map((part) => ({ value: `${claim.claimId}:${part}`, label: words.part(code, part) }))}
          defaultValues={parts.map((part) => `${claim.claimId}:${part}`)}
        />
      )}
    </>
  );
}

/** One judgement is right or wrong; several are numbers. */
function Numbers({ record: { judged, right } }: { record: RecordView }) {
  const t = useTranslations("reviews.claim");
  if (judged === 1) {
    return (
      <>
        <HiddenField name="judged" value="1" />
        <RadioGroup
          name="right"
          label={t("right")}
          unmarked
          defaultValue={String(right ?? 0)}
          options={[
            { value: "1", label: t("rightOne"), hotkey: "1" },
            { value: "0", label: t("wrongOne"), hotkey: "2" },
          ]}
        />
      </>
    );
  }
  return (
    <>
      <NumberField name="judged" label={t("judged")} unmarked unit={t("unit")} {...numberOf(judged)} />
      <NumberField name="right" label={t("rightCount")} unmarked unit={t("unit")} {...numberOf(right)} />
    </>
  );
}

const numberOf = (value: number | null) => (value === null ? {} : { defaultValue: value });

function SupervisionField({ record: { supervision } }: { record: RecordView }) {
  const t = useTranslations("reviews.record");
  const form = useTranslations("records.form");
  return (
    <RadioGroup
      name="supervision"
      label={t("supervision")}
      unmarked
      {...(supervision !== null && { defaultValue: String(supervision) })}
      options={supervisionOptions(form)}
    />
  );
}

/** Facts that no claim asks a mentor about are confirmed as they were claimed. */
export function AsClaimed({ record, fields }: { record: RecordView; fields: readonly FactField[] }) {
  const { supervision, judged, right, mentorPresent, mentorPresentName } = record;
  const values: Record<FactField, readonly (readonly [string, number | string | null])[]> = {
    supervision: [["supervision", supervision]],
    mentorPresent: [["mentorPresent", mentorPresent || mentorPresentName !== null ? "yes" : null]],
    judged: [
      ["judged", judged],
      ["right", right],
    ],
  };
  return fields
    .flatMap((field) => values[field])
    .map(([name, value]) => (value === null ? null : <HiddenField key={name} name={name} value={String(value)} />));
}
