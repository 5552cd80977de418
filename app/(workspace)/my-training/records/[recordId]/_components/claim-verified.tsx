import { Quote } from "@/components/ui/quote";
import { formatDay, formatList, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { ClaimSeen, VerificationSeen } from "@/lib/records/queries";
import type { RecordFrame } from "./record-seen";

type Props = { claim: ClaimSeen; frame: RecordFrame };

/** Who confirmed it, when, and what exactly: the numbers and parts that count are these. */
export function ClaimVerified({ claim, frame }: Props) {
  const t = useTranslations("records.record");
  const m = useTranslations("myRecords.record");
  const confirmed = useConfirmed(claim, frame);
  const { verification } = claim;
  if (!verification) return null;
  const name = formatName(verification.by, frame.locale);
  return (
    <>
      <p className="mt-1">
        {t("verifiedBy", { name, day: formatDay(verification.on, frame.locale) })}
        {verification.byReviewer && t("byReviewer")}
      </p>
      {confirmed.length > 0 && (
        <ul className="small sub flex flex-wrap gap-x-4" aria-label={m("confirmed")}>
          {confirmed.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      {verification.comment !== "" && <Quote by={m("comment", { name })}>{verification.comment}</Quote>}
    </>
  );
}

function useConfirmed({ criterionCode, verification }: ClaimSeen, frame: RecordFrame): string[] {
  const t = useTranslations("records.form");
  const m = useTranslations("myRecords.record");
  if (!verification) return [];
  const { supervision, mentorPresent }: VerificationSeen = verification;
  const numbers = numbersOf(verification);
  const parts = verification.parts.map((part) => frame.words.part(criterionCode, part));
  return [
    ...(supervision === null ? [] : [m("supervision", { supervision: t(`supervisions.${supervision}`) })]),
    ...(mentorPresent ? [m("withMentor")] : []),
    ...(numbers ? [m("judged", numbers)] : []),
    ...(parts.length > 0 ? [m("parts", { parts: formatList(parts, frame.locale) })] : []),
  ];
}

const numbersOf = ({ judged, right }: VerificationSeen) => (judged === null ? null : { judged, right: right ?? 0 });
