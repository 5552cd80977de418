import { type ClaimChoice, claimChoices } from "@/components/training/claim-choices";
import { EarlierRecords, WhoVerifies } from "@/components/training/record-form/earlier-records";
import { RecordForm, type RecordFormProps } from "@/components/training/record-form/record-form";
import { Quote } from "@/components/ui/quote";
import { formatDay, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { LogSurroundings } from "@/lib/records/queries";
import { type EnrolmentView, stepsToClaim } from "@/lib/training/queries";
import type { TrainingGround } from "../../_components/find-training-ground";
import { saveDraftAction } from "../../actions";

/** What every form of a record is made of. */
export type LogGround = TrainingGround & { choices: readonly ClaimChoice[] };

export const choicesFor = (enrolments: readonly EnrolmentView[], around: LogSurroundings) =>
  claimChoices(
    enrolments,
    enrolments.map(stepsToClaim),
    around.lastClaims.flatMap(({ claims }) => claims),
  );

type Props = LogGround &
  Pick<RecordFormProps, "defaults" | "onceKey" | "hidden" | "isCorrection" | "isAsked" | "formKey" | "action">;

/** The form of a record with what stands beside it. */
export function Logging({ enrolments, around, choices, worded, usual, ...form }: Props) {
  const today = enrolments[0]?.today ?? "";
  return (
    <>
      {form.isCorrection && <Correcting enrolments={enrolments} worded={worded} recordId={form.hidden.recordId} />}
      <RecordForm
        {...form}
        enrolments={enrolments}
        choices={choices}
        worded={worded}
        lastClaims={around.lastClaims}
        draftSavedAt={around.draft?.savedAt ?? null}
        saveDraft={saveDraftAction}
        aside={
          <>
            {!form.isCorrection && <EarlierRecords recent={around.recent} worded={worded} today={today} />}
            <WhoVerifies enrolments={enrolments} worded={worded} usual={usual} />
          </>
        }
      />
    </>
  );
}

type CorrectingProps = Pick<LogGround, "enrolments" | "worded"> & { recordId: string | undefined };

/** What a correction does, and what the mentor asked for when the record was sent back. */
function Correcting({ enrolments, worded: { locale }, recordId }: CorrectingProps) {
  const t = useTranslations("records.form");
  const q = useTranslations("training.next");
  const remarks = enrolments.flatMap(({ training, today }) =>
    training.remarks.flatMap((remark) => (remark.recordId === recordId ? [{ ...remark, today }] : [])),
  );
  return (
    <div className="correcting">
      <p className="hint">
        {t("correctLead")} {t("correctVerified")}
      </p>
      {remarks.map(({ remarkId, reason, by, madeOn, today }) => (
        <Quote
          key={remarkId}
          tone="back"
          by={q("by", { name: formatName(by, locale), day: formatDay(madeOn, locale, { today }) })}
        >
          {q("quote", { reason })}
        </Quote>
      ))}
    </div>
  );
}
