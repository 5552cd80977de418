import { DateField } from "@/components/form/date-field";
import { DraftKeeper } from "@/components/form/draft-keeper";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { RadioGroup } from "@/components/form/radio-group";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { addDays, monthOf } from "@/lib/domain/calendar";
import { TLP_LABELS } from "@/lib/domain/facts";
import type { FormAction, FormValues } from "@/lib/platform/action-state";
import { formatDay, formatTime } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { ClaimChoice } from "../claim-choices";
import type { EnrolmentSeen, TrainingWords } from "../enrolment-seen";
import { ClaimPick } from "./claim-pick";
import { textOf } from "./defaults";
import { EvidenceField } from "./evidence-field";
import { FormAid } from "./form-aid";
import { KINDS_IN_ORDER, pickRow } from "./form-rows";
import { MovesAside } from "./moves-aside";
import { NeededFields } from "./needed-fields";

export type RecordFormProps = {
  enrolments: readonly EnrolmentSeen[];
  choices: readonly ClaimChoice[];
  worded: TrainingWords;
  defaults: FormValues;
  lastClaims: readonly { readonly kind: string; readonly claims: readonly string[] }[];
  onceKey: string;
  /** Where it was opened from, or the record that it corrects. */
  hidden: Readonly<Record<string, string>>;
  isCorrection: boolean;
  /** The criteria were asked for by the address. */
  isAsked: boolean;
  formKey: string;
  draftSavedAt: Date | null;
  action: FormAction;
  saveDraft: FormAction;
  /** Under what this record moves. */
  aside: React.ReactNode;
};

/** The whole form: five fields and what the chosen criteria need. */
export function RecordForm(props: RecordFormProps) {
  const { enrolments, choices, worded, defaults, onceKey, hidden, action, isAsked, aside } = props;
  const t = useTranslations("records");
  const p = useTranslations("progress");
  const today = enrolments[0]?.today ?? "";
  return (
    <Form action={action} onceKey={onceKey} className="logwrap">
      <div>
        {Object.entries(hidden).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        <What defaults={defaults} worded={worded} today={today} />
        <ClaimPick
          rows={choices.map((choice) => pickRow(choice, worded, t, p))}
          words={{
            label: t("form.claims"),
            hint: t("form.claimsHint"),
            parts: t("form.parts"),
            others: t("form.others"),
            none: t("form.noClaims"),
          }}
          defaultClaims={defaults["claims[]"] ?? []}
          defaultParts={defaults["parts[]"] ?? []}
        />
        <NeededFields
          choices={choices}
          enrolments={enrolments}
          worded={worded}
          defaults={defaults}
          month={monthOf(today)}
        />
        <Proof defaults={defaults} />
        <Foot {...props} />
        <FormAid
          lastClaims={Object.fromEntries(props.lastClaims.map(({ kind, claims }) => [kind, claims]))}
          isAsked={isAsked}
        />
      </div>
      <aside className="moves">
        <MovesAside choices={choices} worded={worded} defaults={defaults} />
        {aside}
      </aside>
    </Form>
  );
}

type WhatProps = { defaults: FormValues; worded: TrainingWords; today: string };

/** When, what kind, what. */
function What({ defaults, worded, today }: WhatProps) {
  const t = useTranslations("records.form");
  return (
    <>
      <DayAndKind defaults={defaults} worded={worded} today={today} />
      <TextField
        name="title"
        label={t("name")}
        required
        unmarked
        beside
        max={200}
        defaultValue={textOf(defaults, "title")}
      />
      <TextArea
        name="did"
        label={t("did")}
        unmarked
        beside
        max={10_000}
        rows={3}
        defaultValue={textOf(defaults, "did")}
      />
      <TextArea
        name="learned"
        label={t("learned")}
        beside
        max={10_000}
        rows={2}
        defaultValue={textOf(defaults, "learned")}
      />
    </>
  );
}

function DayAndKind({ defaults, worded, today }: WhatProps) {
  const t = useTranslations("records");
  const dayWord = (day: string) => formatDay(day, worded.locale, { today, weekday: true });
  const yesterday = addDays(today, -1);
  const kind = defaults.kind?.[0];
  return (
    <>
      <DateField
        name="happenedOn"
        label={t("form.day")}
        unmarked
        beside
        max={today}
        quick={[
          { value: today, label: t("form.today", { day: dayWord(today) }) },
          { value: yesterday, label: t("form.yesterday", { day: dayWord(yesterday) }) },
        ]}
        defaultValue={textOf(defaults, "happenedOn")}
      />
      <RadioGroup
        name="kind"
        label={t("form.kind")}
        unmarked
        beside
        required
        options={KINDS_IN_ORDER.map((value, place) => ({
          value,
          label: t(`kinds.${value}`),
          ...(place < 9 && { hotkey: String(place + 1) }),
        }))}
        {...(kind !== undefined && { defaultValue: kind })}
      />
    </>
  );
}

function Proof({ defaults }: { defaults: FormValues }) {
  const t = useTranslations("records.form");
  return (
    <>
      <EvidenceField defaults={defaults} rows={1} />
      <p className="asked asked-evidence evidence-asked hint">{t("evidenceAsked")}</p>
      <RadioGroup
        name="tlp"
        label={t("tlp")}
        hint={t("tlpHint")}
        unmarked
        beside
        options={[...TLP_LABELS].reverse().map((value) => ({ value, label: `TLP:${value}` }))}
        defaultValue={textOf(defaults, "tlp") || "AMBER"}
      />
    </>
  );
}

function Foot({ isCorrection, formKey, saveDraft, draftSavedAt }: RecordFormProps) {
  const t = useTranslations("records.form");
  return (
    <div className="bar-foot">
      <SubmitButton pending={t(isCorrection ? "sendingCorrection" : "sending")} hint="Ctrl ↵">
        {t(isCorrection ? "sendCorrection" : "send")}
      </SubmitButton>
      {!isCorrection && (
        <SubmitButton look="plain" name="next" value="another" pending={t("sending")}>
          {t("another")}
        </SubmitButton>
      )}
      <DraftKeeper formKey={formKey} save={saveDraft} {...(draftSavedAt && { savedAt: formatTime(draftSavedAt) })} />
    </div>
  );
}
