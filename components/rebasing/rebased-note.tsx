import { Note } from "@/components/ui/note";
import { formatDay, formatName, type Locale } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Props = {
  locale: Locale;
  measured: {
    openedOn: string | null;
    rebased: { on: string; reason: string; by: { name: string; latinName: string } } | null;
  };
};

/** That a STEP is measured by later values than those of its opening, by whom and why. */
export function RebasedNote({ locale, measured: { openedOn, rebased } }: Props) {
  const t = useTranslations("rebasing");
  if (!rebased || openedOn === null) return null;
  return (
    <Note>
      {t("rebased", {
        opened: formatDay(openedOn, locale),
        day: formatDay(rebased.on, locale),
        by: formatName(rebased.by, locale),
        reason: rebased.reason,
      })}
    </Note>
  );
}
