import { useTranslations } from "next-intl";
import { type ClaimChoice, claimChoices } from "@/components/training/claim-choices";
import { EarlierRecords, WhoVerifies } from "@/components/training/record-form/earlier-records";
import { RecordForm, type RecordFormProps } from "@/components/training/record-form/record-form";
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
  const t = useTranslations("records.form");
  const today = enrolments[0]?.today ?? "";
  return (
    <>
      {form.isCorrection && (
        <p className="hint">
          {t("correctLead")} {t("correctVerified")}
        </p>
      )}
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
