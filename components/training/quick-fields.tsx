import { DateField } from "@/components/form/date-field";
import { NumberField } from "@/components/form/number-field";
import { RadioGroup } from "@/components/form/radio-group";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import type { FormValues } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";
import type { ClaimChoice } from "./claim-choices";
import { supervisionOptions } from "./supervision-options";
import { typedNumber, typedText } from "./typed-value";

type Props = {
  typed: FormValues;
  month: string;
  choices: readonly ClaimChoice[];
  mentors: readonly { value: string; label: string }[];
};

const isNeeded = (choices: readonly ClaimChoice[], field: ClaimChoice["needs"][number]) =>
  choices.some(({ needs }) => needs.includes(field));

/** Fields of the quick log. Each appears while a criterion that needs it is chosen; without support for that all are there. */
export function QuickFields(props: Props) {
  const { typed, month, choices } = props;
  const t = useTranslations("training.quick");
  const records = useTranslations("records.form");
  return (
    <div className="quick-needs">
      {isNeeded(choices, "judged") && (
        <div className="asked asked-judged qrow">
          <NumberField
            name="judged"
            label={t("judged")}
            unmarked
            unit={records("unitItems")}
            {...typedNumber(typed, "judged")}
          />
          <NumberField
            name="right"
            label={t("right")}
            unmarked
            unit={records("unitItems")}
            {...typedNumber(typed, "right")}
          />
        </div>
      )}
      {isNeeded(choices, "periodCovered") && (
        <DateField
          name="periodCovered"
          label={t("period")}
          type="month"
          unmarked
          max={month}
          defaultValue={typed.periodCovered?.[0] ?? month}
          className="asked asked-periodCovered"
        />
      )}
      {isNeeded(choices, "supervision") && (
        <RadioGroup
          name="supervision"
          label={t("supervision")}
          unmarked
          options={supervisionOptions(records)}
          {...typedText(typed, "supervision")}
          className="asked asked-supervision"
        />
      )}
      {isNeeded(choices, "mentorPresent") && <MentorField {...props} />}
      {isNeeded(choices, "incidentRef") && <IncidentField {...props} />}
    </div>
  );
}

function MentorField({ typed, mentors }: Props) {
  const t = useTranslations("records.form");
  return (
    <SelectField
      name="mentorPresentId"
      label={t("mentorPresent")}
      unmarked
      placeholder={t("mentorNone")}
      options={mentors}
      {...typedText(typed, "mentorPresentId")}
      className="asked asked-mentorPresent"
    />
  );
}

function IncidentField({ typed }: Props) {
  const t = useTranslations("records.form");
  return (
    <TextField
      name="incidentRef"
      label={t("incidentRef")}
      unmarked
      {...typedText(typed, "incidentRef")}
      className="asked asked-incidentRef"
    />
  );
}
