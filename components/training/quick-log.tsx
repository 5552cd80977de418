import { DraftKeeper } from "@/components/form/draft-keeper";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Link } from "@/components/ui/link";
import { monthOf } from "@/lib/domain/calendar";
import type { FormAction, FormValues } from "@/lib/platform/action-state";
import { formatDay, formatTime } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { DRAFT_OF_QUICK_LOG } from "@/lib/records/schema";
import { ClaimChips } from "./claim-chips";
import type { ClaimChoice, QuickChoices } from "./claim-choices";
import type { EnrolmentSeen, TrainingWords } from "./enrolment-seen";
import { QuickFields } from "./quick-fields";
import { mentorOptions } from "./record-form/form-rows";

type Props = {
  choices: QuickChoices;
  enrolments: readonly EnrolmentSeen[];
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
export function QuickLog({ choices, enrolments, worded, today, onceKey, lastClaims, draft, log, saveDraft }: Props) {
  const t = useTranslations("training.quick");
  const typed = draft?.values ?? {};
  const all = [...choices.likely, ...choices.others];
  const chips = (of: readonly ClaimChoice[]) => of.map((choice) => chipOf(choice, worded, t));
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
        {all.length === 0 ? (
          <p className="hint">{t("none")}</p>
        ) : (
          <ClaimChips
            name="claims[]"
            label={t("claims")}
            chips={chips(choices.likely)}
            others={chips(choices.others)}
            othersLabel={t("others")}
            defaultValues={draft ? (typed["claims[]"] ?? []) : lastClaims}
          />
        )}
        <QuickFields typed={typed} month={monthOf(today)} choices={all} mentors={mentorOptions(enrolments, worded)} />
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
