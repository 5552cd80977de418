import { useLocale } from "next-intl";
import type { HoldView } from "@/lib/hold/schema";
import { formatDay, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

/** Another mentor has taken all of it on: the decision is theirs. */
export const isHeldByOther = (hold: HoldView | null): boolean => hold !== null && hold.hold !== null && !hold.isMine;

/** In place of the buttons: whose decision it is, and until when. */
export function HeldByOther({ view }: { view: HoldView | null }) {
  const t = useTranslations("mentoring.hold");
  const locale = useLocale();
  if (!view?.hold || view.isMine) return null;
  const { by, byLatin, on, time } = view.hold;
  const until = `${formatDay(on, locale, { weekday: true, today: on })} ${time}`;
  return (
    <p className="small sub">
      {t("othersDecide", { name: formatName({ name: by, latinName: byLatin }, locale), until })}
    </p>
  );
}
