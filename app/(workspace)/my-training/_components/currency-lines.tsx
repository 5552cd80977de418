import { useLocale } from "next-intl";
import { Note } from "@/components/ui/note";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { formatDay } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { currencyIn, type EnrolmentView } from "@/lib/training/queries";

const TONES = { current: "plain", ending: "wait", out: "back" } as const;

/** Until when the reader counts, in each role group that looks at it. */
export function CurrencyLines({ enrolments, words }: { enrolments: readonly EnrolmentView[]; words: CurriculumWords }) {
  const t = useTranslations("training.currency");
  const locale = useLocale();
  return enrolments.map((enrolment) => {
    const currency = currencyIn(enrolment);
    const { enrolmentId, roleGroupCode } = enrolment.training.ref;
    if (!currency || !roleGroupCode) return null;
    const day = formatDay(currency.lastDay, locale, { weekday: true });
    return (
      <Note key={enrolmentId} tone={TONES[currency.state]} className="mt-3">
        {t(currency.state, { group: words.roleGroup(roleGroupCode).name, day, days: currency.daysLeft })}
      </Note>
    );
  });
}
