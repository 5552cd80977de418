import { SectionHeading } from "@/components/ui/section-heading";
import { useTranslations } from "@/lib/platform/words";

const POINTS = ["what", "why", "not", "who", "rights"] as const;

/** What is held and why, point by point. */
export function PurposePoints() {
  const t = useTranslations("purpose");
  return POINTS.map((point) => (
    <section key={point} className="sec">
      <SectionHeading>{t(`points.${point}`)}</SectionHeading>
      <p className="prose mt-2">{t(`points.${point}Text`)}</p>
    </section>
  ));
}
