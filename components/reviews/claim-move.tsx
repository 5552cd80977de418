import type { ReactNode } from "react";
import { CriterionStrip } from "@/components/training/criterion-strip";
import { listOfNames, partNamesIn } from "@/components/training/frame";
import { needText } from "@/components/training/have-need";
import { Badge } from "@/components/ui/badge";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { Progress } from "@/lib/domain/progress";
import { useTranslations } from "@/lib/platform/words";
import type { ClaimView } from "@/lib/reviewed-record/schema";
import { criterionFrame } from "./criterion-frame";

type Props = { claim: ClaimView; words: CurriculumWords };

/** 6 → 7 / 10回, with the strip as it is now; or why the claim would not count. */
export function ClaimMove({ claim, words }: Props) {
  const t = useTranslations("reviews.claim");
  const { criterion, before, after } = claim;
  return (
    <>
      <p className="prog">
        {leaves(before.progress, after?.progress).map(({ from, to }) => (
          <Moved key={`${from.kind} ${from.label ?? ""} ${from.unit} ${from.need}`} from={from} to={to} />
        ))}
      </p>
      <CriterionStrip
        criterion={criterion}
        progress={before.progress}
        frame={criterionFrame(words, claim, before.facts)}
      />
      {after && !before.progress.met && after.progress.met && (
        <p className="mt-3">
          <Badge state="done">{t("becomesMet")}</Badge>
        </p>
      )}
      <NotCounting claim={claim} words={words} />
    </>
  );
}

const strong = { b: (chunks: ReactNode) => <b>{chunks}</b> };

function Moved({ from, to }: { from: Progress; to: Progress }) {
  const t = useTranslations("reviews.claim");
  const progress = useTranslations("progress");
  return (
    <span className="arrow">
      {from.have === to.have
        ? t.rich("staysAt", { ...strong, have: to.have })
        : t.rich("moves", { ...strong, before: from.have, after: to.have })}{" "}
      {needText(to, progress)}
    </span>
  );
}

/** The headline of a rule, or of each of its parts where they differ in what they count. */
function leaves(before: Progress, after: Progress = before): readonly { from: Progress; to: Progress }[] {
  if (before.parts.length === 0 || before.kind === "attest") return [{ from: before, to: after }];
  return before.parts.flatMap((from, place) => {
    const to = after.parts[place];
    return to ? [{ from, to }] : [];
  });
}

function NotCounting({ claim, words }: Props) {
  const t = useTranslations("reviews.claim");
  const reasons = useTranslations("progress.reasons");
  const { after, criterion, before } = claim;
  if (!after?.effect || after.effect === "counted" || after.effect === "waiting") return null;
  const missing = after.progress.notCounted.find(({ claimId }) => claimId === claim.claimId)?.missing ?? [];
  const frame = criterionFrame(words, claim, before.facts);
  const parts = listOfNames(frame, partNamesIn(frame, criterion.code, missing));
  return <p className="note wait mt-3">{t("willNotCount", { reason: reasons(after.effect, { parts }) })}</p>;
}
