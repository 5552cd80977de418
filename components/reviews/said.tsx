import { useLocale } from "next-intl";
import { Quote } from "@/components/ui/quote";
import { dayOf, formatDay, formatFacts, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { RecordView, RemarkView } from "@/lib/reviewed-record/schema";

type Props = {
  title: string;
  remarks: readonly RemarkView[];
  record: Pick<RecordView, "trainee" | "timeZone" | "today">;
};

/** What was sent back and what came in answer, quoted in full with who and when. */
export function Said({ title, remarks, record: { trainee, timeZone, today } }: Props) {
  const t = useTranslations("reviews.record");
  const locale = useLocale();
  if (remarks.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      {remarks.map(({ remarkId, by, madeAt, reason, answer, isSettled }) => {
        const day = formatDay(dayOf(new Date(madeAt), timeZone), locale, { today });
        return (
          <div key={remarkId} className="said">
            <Quote tone="back" by={t("saidBy", { name: formatName(by, locale), day })}>
              {reason}
            </Quote>
            {answer !== null && (
              <Quote by={formatFacts([formatName(trainee, locale), isSettled && t("settled")], locale)}>{answer}</Quote>
            )}
          </div>
        );
      })}
    </>
  );
}
