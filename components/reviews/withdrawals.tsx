import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Disclosure } from "@/components/ui/disclosure";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";
import type { RecordView } from "@/lib/reviewed-record/schema";

type Props = { record: RecordView; words: CurriculumWords; withdraw: FormAction; maxReason: number };

/** Verifications of the reader's own pool that no sign-off rests on: each can be taken back with a reason. */
export function Withdrawals({ record, words, withdraw, maxReason }: Props) {
  const t = useTranslations("reviews.claim");
  return record.claims.flatMap(({ claimId, verified, quality, isFrozen, criterion }) =>
    verified === null || quality === null || isFrozen
      ? []
      : [
          <Disclosure
            key={claimId}
            summary={`${t("withdrawTitle")}: ${words.title(criterion.code)}`}
            className="withdraw"
          >
            <Form action={withdraw}>
              <HiddenField name="verificationId" value={verified.verificationId} />
              <TextArea
                name="reason"
                label={t("withdrawReason")}
                hint={t("withdrawHint")}
                required
                max={maxReason}
                rows={2}
              />
              <div className="form-foot">
                <SubmitButton look="refuse" pending={t("withdrawing")}>
                  {t("withdraw")}
                </SubmitButton>
              </div>
            </Form>
          </Disclosure>,
        ],
  );
}
