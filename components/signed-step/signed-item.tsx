import { useLocale } from "next-intl";
import { ruleSentence } from "@/components/curriculum/rule-text";
import { judgedLevel } from "@/components/training/supervision-options";
import { Mark, type MarkKind } from "@/components/ui/mark";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { Judgement } from "@/lib/domain/facts";
import type { RestedItem } from "@/lib/domain/rested-on";
import { formatDay, formatFacts, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { SignedJudgement, SignedStep } from "@/lib/signed-step/schema";
import { SignedClaims } from "./signed-claims";

const MARKS: Record<Judgement, MarkKind> = { met: "verified", notYet: "broken", noOccasion: "notNeeded" };

type Props = { item: RestedItem; number: number; signed: SignedStep; words: CurriculumWords };

/** One criterion or topic in the words of the day it was signed, with all that counted for it. */
export function SignedItem({ item, number, signed, words }: Props) {
  const t = useTranslations("signedStep");
  const rules = useTranslations("rules");
  const locale = useLocale();
  const { code, title, text, rule, have, need, metOn, counted } = item;
  const reached = rule === null ? t("done") : t("reached", { have, need });
  const claims = signed.claims.filter(
    ({ claimId, criterionCode }) => criterionCode === code && counted.includes(claimId),
  );
  return (
    <article className="sec" id={`item-${number}`}>
      <h3>{t("numbered", { number, title: title[locale] })}</h3>
      {text[locale] !== title[locale] && <p className="prose">{text[locale]}</p>}
      <p className="small sub">
        {formatFacts(
          [
            rule !== null && ruleSentence({ code, rule }, signed.rested.policy, rules, words),
            reached,
            metOn !== null && t("metOn", { day: formatDay(metOn, locale) }),
          ],
          locale,
        )}
      </p>
      <SignedClaims claims={claims} words={words} />
      <Judged judgements={signed.judgements.filter(({ criterionCode }) => criterionCode === code)} words={words} />
    </article>
  );
}

function Judged({ judgements, words }: { judgements: readonly SignedJudgement[]; words: CurriculumWords }) {
  const t = useTranslations("signedStep");
  const s = useTranslations("training.step");
  const r = useTranslations("records.form");
  const locale = useLocale();
  if (judgements.length === 0) return null;
  return (
    <ul className="account">
      {judgements.map(({ criterionCode, checkpoint, judgement, supervision, by, on, comment }) => (
        <li key={checkpoint}>
          <Mark kind={MARKS[judgement]} />
          <span className="n">{s(`judgements.${judgement}`)}</span>
          <span>{words.part(criterionCode, checkpoint)}</span>
          <span className="why">
            {formatFacts(
              [
                judgedLevel(r, { judgement, supervision }),
                t("actOn", { name: formatName(by, locale), day: formatDay(on, locale) }),
              ],
              locale,
            )}
            {comment !== "" && ` ${comment}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
