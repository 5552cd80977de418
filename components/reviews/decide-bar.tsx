import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { HoldView } from "@/lib/hold/schema";
import { useTranslations } from "@/lib/platform/words";
import type { ClaimView } from "@/lib/reviewed-record/schema";
import { LONGEST_COMMENT, LONGEST_REASON } from "@/lib/reviews/schema";
import { HeldByOther } from "./held-by-other";
import { type Around, MoveLinks } from "./move-links";
import { useReadyPhrases } from "./ready-phrases";
import { ReasonBox } from "./reason-box";
import { ReasonPanel } from "./reason-panel";

type Props = {
  claims: readonly ClaimView[];
  words: CurriculumWords;
  around: Around;
  hold: HoldView | null;
  /** The reader may look, not decide. */
  onlyLooks: boolean;
};

/** 確認する, or a reason for each claim that goes back. It never moves. */
export function DecideBar({ claims, words, around, hold, onlyLooks }: Props) {
  const t = useTranslations("reviews.decide");
  return (
    <div className="decide">
      {claims.length === 0 && <HeldByOther view={hold} />}
      {onlyLooks && <p className="small sub">{t("onlyLook")}</p>}
      {claims.length > 0 && (
        <>
          <SubmitButton name="decision" value="verify" hint="V" data-key="v" pending={t("verifying")}>
            {t("verify")}
          </SubmitButton>
          <ReasonPanel summary={t("sendBack")} hint="B">
            <Reasons claims={claims} words={words} />
          </ReasonPanel>
          <TextField
            name="comment"
            label={t("comment")}
            labelHidden
            max={LONGEST_COMMENT}
            input={{ placeholder: t("commentPlaceholder") }}
            className="one-word"
          />
        </>
      )}
      <MoveLinks {...around} />
    </div>
  );
}

function Reasons({ claims, words }: Pick<Props, "claims" | "words">) {
  const t = useTranslations("reviews.decide");
  const ready = useReadyPhrases();
  return (
    <div className="reasons">
      {claims.map(({ claimId, criterion }) => (
        <ReasonBox
          key={claimId}
          name={`reason:${claimId}`}
          label={claims.length === 1 ? t("reason") : t("reasonFor", { title: words.title(criterion.code) })}
          hint={t(claims.length === 1 ? "reasonHint" : "reasonHintSeveral")}
          max={LONGEST_REASON}
          isRequired={claims.length === 1}
          {...ready}
        />
      ))}
      <SubmitButton look="refuseFill" name="decision" value="sendBack" hint="Ctrl ↵" pending={t("sendingBack")}>
        {t("sendBackNow")}
      </SubmitButton>
    </div>
  );
}
