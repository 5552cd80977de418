import { SectionHeading } from "@/components/ui/section-heading";
import { useTranslations } from "@/lib/platform/words";

const POINTS = [
  "education",
  "roles",
  "numbers",
  "periodOrCount",
  "techniques",
  "management",
  "slips",
  "adapting",
] as const;

/** What the source leaves open, and how it is read here. */
export function OpenPoints() {
  const t = useTranslations("curriculum");
  return (
    <section className="sec">
      <SectionHeading id="open">{t("sections.open")}</SectionHeading>
      <dl className="points">
        {POINTS.map((point) => (
          <div key={point}>
            <dt>{t(`open.${point}.title`)}</dt>
            <dd>{t(`open.${point}.text`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
