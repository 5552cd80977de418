import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { RadioGroup } from "@/components/form/radio-group";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { textOf } from "@/components/training/record-form/defaults";
import { supervisionOptions } from "@/components/training/supervision-options";
import { typedText } from "@/components/training/typed-value";
import { Link } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { TLP_LABELS } from "@/lib/domain/facts";
import { EVENT_KINDS } from "@/lib/domain/shared-event";
import type { NamedView } from "@/lib/event/schema";
import type { FormAction, FormValues } from "@/lib/platform/action-state";
import { formatDay, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { SceneChoice } from "./scene-choice";

type Props = {
  people: readonly NamedView[];
  words: CurriculumWords;
  defaults: FormValues;
  today: string;
  onceKey: string;
  /** The drill that was held, or the event that is corrected. */
  hidden: Readonly<Record<string, string>>;
  chooseHref: string;
  isCorrection: boolean;
  action: FormAction;
};

/** What happened, and what each of those who took part did. */
export function EventForm({
  people,
  words,
  defaults,
  today,
  onceKey,
  hidden,
  chooseHref,
  isCorrection,
  action,
}: Props) {
  const t = useTranslations("sharedEvents");
  return (
    <Form action={action} onceKey={onceKey} className="event-form">
      {Object.entries(hidden).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <What defaults={defaults} today={today} words={words} />
      <SectionHeading
        className="mt-6"
        note={t("form.peopleHint")}
        end={<Link href={chooseHref}>{t("choose.again")}</Link>}
      >
        {t("form.people")}
      </SectionHeading>
      {people.map((person) => (
        <Part key={person.id} person={person} defaults={defaults} words={words} />
      ))}
      <Proof defaults={defaults} words={words} />
      <div className="form-foot">
        <SubmitButton pending={t("form.sending")} hint="Ctrl ↵">
          {t(isCorrection ? "form.sendCorrection" : "form.send")}
        </SubmitButton>
      </div>
    </Form>
  );
}

type PartProps = Pick<Props, "defaults" | "words">;

function What({ defaults, today, words }: PartProps & { today: string }) {
  const t = useTranslations("sharedEvents");
  return (
    <>
      <DayAndKind defaults={defaults} today={today} words={words} />
      <TextField
        name="title"
        label={t("form.name")}
        required
        unmarked
        beside
        max={200}
        defaultValue={textOf(defaults, "title")}
      />
      <TextArea
        name="what"
        label={t("form.what")}
        hint={t("form.whatHint")}
        beside
        max={10_000}
        rows={3}
        defaultValue={textOf(defaults, "what")}
      />
      <SceneChoice words={words} chosen={defaults["subCases[]"] ?? []} hint={t("form.scenesHint")} />
    </>
  );
}

function DayAndKind({ defaults, today, words }: PartProps & { today: string }) {
  const t = useTranslations("sharedEvents");
  const day = formatDay(today, words.locale, { today, weekday: true });
  return (
    <>
      <RadioGroup
        name="kind"
        label={t("form.kind")}
        required
        unmarked
        beside
        options={EVENT_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        {...typedText(defaults, "kind")}
      />
      <DateField
        name="happenedOn"
        label={t("form.day")}
        unmarked
        beside
        max={today}
        quick={[{ value: today, label: t("form.today", { day }) }]}
        defaultValue={textOf(defaults, "happenedOn") || today}
      />
    </>
  );
}

function Part({ person, defaults, words }: PartProps & { person: NamedView }) {
  const t = useTranslations("sharedEvents.form");
  const r = useTranslations("records.form");
  const { id, mentors } = person;
  return (
    <fieldset className="event-part">
      <legend>{formatName(person, words.locale)}</legend>
      <HiddenField name="people[]" value={id} />
      <TextArea
        name={`did:${id}`}
        label={t("did")}
        unmarked
        beside
        max={4000}
        rows={2}
        defaultValue={textOf(defaults, `did:${id}`)}
      />
      <RadioGroup
        name={`supervision:${id}`}
        label={t("supervision")}
        unmarked
        beside
        options={supervisionOptions(r)}
        {...typedText(defaults, `supervision:${id}`)}
      />
      {mentors.length > 0 && (
        <SelectField
          name={`mentor:${id}`}
          label={t("mentor")}
          unmarked
          beside
          size="mid"
          placeholder={t("mentorNone")}
          options={mentors.map((mentor) => ({ value: mentor.id, label: formatName(mentor, words.locale) }))}
          {...typedText(defaults, `mentor:${id}`)}
        />
      )}
    </fieldset>
  );
}

function Proof({ defaults }: PartProps) {
  const t = useTranslations("sharedEvents.form");
  return (
    <>
      <TextField
        name="incidentRef"
        label={t("incidentRef")}
        hint={t("incidentRefHint")}
        beside
        size="mid"
        defaultValue={textOf(defaults, "incidentRef")}
      />
      <DateField
        name="periodCovered"
        label={t("periodCovered")}
        hint={t("periodHint")}
        type="month"
        beside
        defaultValue={textOf(defaults, "periodCovered")}
      />
      <TextArea
        name="evidence"
        label={t("evidence")}
        hint={t("evidenceHint")}
        beside
        max={20_000}
        rows={2}
        defaultValue={textOf(defaults, "evidence")}
      />
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
