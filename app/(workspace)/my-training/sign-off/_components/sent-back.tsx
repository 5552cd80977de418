import { Quote } from "@/components/ui/quote";
import { formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { OwnRequest } from "@/lib/training/queries";
import type { RequestFrame } from "./request-frame";

/** Why a request came back: the reason for each criterion, in full. */
export function SentBack({ request: { outcome, remarks }, frame }: { request: OwnRequest; frame: RequestFrame }) {
  const m = useTranslations("myRecords.signOff");
  const { locale, words } = frame;
  if (!outcome?.by) return null;
  const name = formatName(outcome.by, locale);
  return (
    <>
      {outcome.comment !== "" && <Quote by={name}>{outcome.comment}</Quote>}
      {remarks.map(({ remarkId, criterionCode, reason }) => (
        <Quote key={remarkId} tone="back" by={name}>
          {m("reason", { title: words.title(criterionCode), reason })}
        </Quote>
      ))}
    </>
  );
}
