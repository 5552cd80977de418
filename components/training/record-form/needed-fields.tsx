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
import { mentorOptions, readingGroups, sceneGroups, techniqueGroups } from "./form-rows";

type Props = {
  choices: readonly ClaimChoice[];
  enrolments: readonly EnrolmentSeen[];
  worded: TrainingWords;
  defaults: FormValues;
  month: string;
};

const first = (defaults: FormValues, name: string) => {
  const value = defaults[name]?.[0];
  return value === undefined ? {} : { defaultValue: value };
};
const number = (defaults: FormValues, name: string) => {
  const value = defaults[name]?.[0];
  return value === undefined || value === "" || Number.isNaN(Number(value)) ? {} : { defaultValue: Number(value) };
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
            {...number(defaults, "judged")}
          />
          <NumberField name="right" label={t("right")} required unit={t("unitItems")} {...number(defaults, "right")} />
        </div>
      )}
      {isNeeded("supervision") && (
        <RadioGroup
          name="supervision"
          label={t("supervision")}
          required
          options={supervisionOptions(t)}
          {...first(defaults, "supervision")}
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
          {...first(defaults, "periodCovered")}
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
          {...first(defaults, "incidentRef")}
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
        {...first(defaults, "mentorPresentId")}
      />
      <TextField
        name="mentorPresentName"
        label={t("mentorName")}
        hint={t("mentorNameHint")}
        size="mid"
        {...first(defaults, "mentorPresentName")}
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
        {...first(defaults, name)}
        className={`asked asked-${name}`}
      />
    ));
}
