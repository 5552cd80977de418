import { DateField } from "@/components/form/date-field";
import { NumberField } from "@/components/form/number-field";
import { RadioGroup } from "@/components/form/radio-group";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import type { FormValues } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";
import type { ClaimChoice } from "../claim-choices";
import type { EnrolmentSeen, TrainingWords } from "../enrolment-seen";
import { supervisionOptions } from "../supervision-options";
import { typedNumber, typedText } from "../typed-value";
import { mentorOptions, readingGroups, sceneGroups, techniqueGroups } from "./form-rows";

type Props = {
  choices: readonly ClaimChoice[];
  enrolments: readonly EnrolmentSeen[];
  worded: TrainingWords;
  defaults: FormValues;
  month: string;
};

/** The fields that the chosen criteria need and no others; without support for that, all that any of them needs. */
export function NeededFields({ choices, enrolments, worded, defaults, month }: Props) {
  const t = useTranslations("records.form");
  const isNeeded = (field: ClaimChoice["needs"][number]) => choices.some(({ needs }) => needs.includes(field));
  return (
    <div className="extra needs">
      {isNeeded("judged") && (
        <div className="asked asked-judged qrow">
          <NumberField
            name="judged"
            label={t("judged")}
            required
            unit={t("unitItems")}
            {...typedNumber(defaults, "judged")}
          />
          <NumberField
            name="right"
            label={t("right")}
            required
            unit={t("unitItems")}
            {...typedNumber(defaults, "right")}
          />
        </div>
      )}
      {isNeeded("supervision") && (
        <RadioGroup
          name="supervision"
          label={t("supervision")}
          required
          options={supervisionOptions(t)}
          {...typedText(defaults, "supervision")}
          className="asked asked-supervision"
        />
      )}
      {isNeeded("periodCovered") && (
        <DateField
          name="periodCovered"
          label={t("periodCovered")}
          hint={t("periodHint")}
          type="month"
          required
          max={month}
          {...typedText(defaults, "periodCovered")}
          className="asked asked-periodCovered"
        />
      )}
      <MentorFields enrolments={enrolments} worded={worded} defaults={defaults} />
      {isNeeded("incidentRef") && (
        <TextField
          name="incidentRef"
          label={t("incidentRef")}
          hint={t("incidentRefHint")}
          size="mid"
          {...typedText(defaults, "incidentRef")}
          className="asked asked-incidentRef"
        />
      )}
      <ChoiceFields choices={choices} worded={worded} defaults={defaults} />
    </div>
  );
}

/** Also there for TLP:RED, which needs a named mentor whatever is claimed. */
function MentorFields({ enrolments, worded, defaults }: Pick<Props, "enrolments" | "worded" | "defaults">) {
  const t = useTranslations("records.form");
  return (
    <div className="asked asked-mentorPresent">
      <SelectField
        name="mentorPresentId"
        label={t("mentorPresent")}
        placeholder={t("mentorNone")}
        options={mentorOptions(enrolments, worded)}
        {...typedText(defaults, "mentorPresentId")}
      />
      <TextField
        name="mentorPresentName"
        label={t("mentorName")}
        hint={t("mentorNameHint")}
        size="mid"
        {...typedText(defaults, "mentorPresentName")}
      />
    </div>
  );
}

function ChoiceFields({ choices, worded, defaults }: Pick<Props, "choices" | "worded" | "defaults">) {
  const t = useTranslations("records.form");
  const fields = [
    { name: "subCase" as const, options: sceneGroups(choices, worded) },
    { name: "technique" as const, options: techniqueGroups(choices, worded) },
    { name: "readingItem" as const, options: readingGroups(choices, worded) },
  ];
  return fields
    .filter(({ options }) => options.length > 0)
    .map(({ name, options }) => (
      <SelectField
        key={name}
        name={name}
        label={t(name)}
        required
        options={options}
        {...typedText(defaults, name)}
        className={`asked asked-${name}`}
      />
    ));
}
