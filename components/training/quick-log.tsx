import { DateField } from "@/components/form/date-field";
import { DraftKeeper } from "@/components/form/draft-keeper";
import { Form } from "@/components/form/form";
import { NumberField } from "@/components/form/number-field";
import { RadioGroup } from "@/components/form/radio-group";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Link } from "@/components/ui/link";
import { monthOf } from "@/lib/domain/calendar";
import type { FormAction, FormValues } from "@/lib/platform/action-state";
import { formatDay, formatTime } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { DRAFT_OF_QUICK_LOG } from "@/lib/records/schema";
import { ClaimChips } from "./claim-chips";
import type { ClaimChoice } from "./claim-choices";
import type { TrainingWords } from "./enrolment-seen";
import { supervisionOptions } from "./supervision-options";

type Props = {
  choices: readonly ClaimChoice[];
  worded: TrainingWords;
  today: string;
  onceKey: string;
  /** Claims of the last record, ticked again. */
  lastClaims: readonly string[];
  draft: { readonly values: FormValues; readonly savedAt: Date } | null;
  log: FormAction;
  saveDraft: FormAction;
};

/** 今日の実績: one text, the likely criteria and the fields they need. Posts the same command as the whole form. */
export function QuickLog({ choices, worded, today, onceKey, lastClaims, draft, log, saveDraft }: Props) {
  const t = useTranslations("training.quick");
  const typed = draft?.values ?? {};
  return (
    <section className="quick">
      <Form action={log} onceKey={onceKey}>
        <h2>
          {t("title")}
          <span className="small faint">{formatDay(today, worded.locale, { today, weekday: true })}</span>
        </h2>
        <TextArea
          name="text"
          label={t("text")}
          labelHidden
          required
          max={10_000}
          rows={3}
          defaultValue={typed.text?.[0] ?? ""}
        />
        {choices.length === 0 ? (
          <p className="hint">{t("none")}</p>
        ) : (
          <ClaimChips
            name="claims[]"
            label={t("claims")}
            chips={choices.map((choice) => chipOf(choice, worded, t))}
            defaultValues={draft ? (typed["claims[]"] ?? []) : lastClaims}
          />
        )}
        <QuickFields typed={typed} month={monthOf(today)} choices={choices} />
        <div className="foot">
          <DraftKeeper
            formKey={DRAFT_OF_QUICK_LOG}
            save={saveDraft}
            {...(draft && { savedAt: formatTime(draft.savedAt) })}
          />
          <span className="acts">
            <Link href="/my-training/records/new">{t("all")}</Link>
            <SubmitButton pending={t("sending")} hint="Ctrl ↵">
              {t("send")}
            </SubmitButton>
          </span>
        </div>
      </Form>
    </section>
  );
}

type QuickWords = ReturnType<typeof useTranslations<"training.quick">>;

function chipOf({ key, criterion, progress, after, needs }: ClaimChoice, { words }: TrainingWords, t: QuickWords) {
  const effect = after === progress.have ? null : t("effect", { before: progress.have, after });
  return { value: key, label: words.title(criterion.code), effect, needs };
}

type QuickFieldsProps = { typed: FormValues; month: string; choices: readonly ClaimChoice[] };

/** Each appears while a criterion that needs it is chosen; without support for that all are there. */
function QuickFields({ typed, month, choices }: QuickFieldsProps) {
  const t = useTranslations("training.quick");
  const records = useTranslations("records.form");
  const isNeeded = (field: ClaimChoice["needs"][number]) => choices.some(({ needs }) => needs.includes(field));
  const number = (name: string) => (typed[name]?.[0] ? { defaultValue: Number(typed[name][0]) } : {});
  return (
    <div className="quick-needs">
      {isNeeded("judged") && (
        <div className="asked asked-judged qrow">
          <NumberField name="judged" label={t("judged")} unmarked unit={records("unitItems")} {...number("judged")} />
          <NumberField name="right" label={t("right")} unmarked unit={records("unitItems")} {...number("right")} />
        </div>
      )}
      {isNeeded("periodCovered") && (
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
      {isNeeded("supervision") && (
        <RadioGroup
          name="supervision"
          label={t("supervision")}
          unmarked
          options={supervisionOptions(records)}
          {...(typed.supervision?.[0] !== undefined && { defaultValue: typed.supervision[0] })}
          className="asked asked-supervision"
        />
      )}
    </div>
  );
}
