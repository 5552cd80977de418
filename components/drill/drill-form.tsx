import { SceneChoice } from "@/components/event/scene-choice";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { RadioGroup } from "@/components/form/radio-group";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { Link } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { DRILL_KINDS, type DrillKind } from "@/lib/domain/drill";
import type { NamedView } from "@/lib/event/schema";
import type { FormAction } from "@/lib/platform/action-state";
import { formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Props = {
  people: readonly NamedView[];
  words: CurriculumWords;
  kind: DrillKind;
  scenes: readonly string[];
  today: string;
  onceKey: string;
  chooseHref: string;
  action: FormAction;
};

/** 訓練を予定: the day, the scenes, and what those invited should know. */
export function DrillForm({ people, words, kind, scenes, today, onceKey, chooseHref, action }: Props) {
  const t = useTranslations("drills.form");
  const e = useTranslations("sharedEvents");
  const first = words.all.cases.find(({ subCases }) => subCases.some(({ code }) => code === scenes[0]));
  return (
    <Form action={action} onceKey={onceKey} className="event-form">
      <RadioGroup
        name="kind"
        label={t("kind")}
        unmarked
        beside
        options={DRILL_KINDS.map((value) => ({ value, label: e(`kinds.${value}`) }))}
        defaultValue={kind}
      />
      <DateField name="plannedOn" label={t("day")} required unmarked beside min={today} />
      <TextField name="title" label={t("name")} required unmarked beside max={200} defaultValue={first?.name ?? ""} />
      <TextArea name="note" label={t("note")} hint={t("noteHint")} beside max={2000} rows={2} />
      <SceneChoice words={words} chosen={scenes} hint={t("scenesHint")} />
      <SectionHeading className="mt-6" end={<Link href={chooseHref}>{e("choose.drillAgain")}</Link>}>
        {t("people")}
      </SectionHeading>
      <ul className="invited">
        {people.map((person) => (
          <li key={person.id}>
            <HiddenField name="people[]" value={person.id} />
            {formatName(person, words.locale)}
          </li>
        ))}
      </ul>
      <div className="form-foot">
        <SubmitButton pending={t("sending")}>{t("send")}</SubmitButton>
      </div>
    </Form>
  );
}
