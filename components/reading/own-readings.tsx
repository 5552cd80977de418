import { useLocale } from "next-intl";
import { Link } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import { formatDay, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { OwnReading } from "@/lib/reading/schema";

/** For an auditor: whose texts can be read today, and until when. Nothing where there are none. */
export function OwnReadings({ readings }: { readings: readonly OwnReading[] }) {
  const t = useTranslations("reading");
  const locale = useLocale();
  if (readings.length === 0) return null;
  return (
    <section className="sec mb-6" aria-labelledby="own-readings">
      <SectionHeading id="own-readings">{t("own")}</SectionHeading>
      <p className="small mt-2">{t("ownLead")}</p>
      {readings.map(({ grantId, toOn, by, reason, people }) => (
        <div key={grantId} className="mt-3">
          <p>{t("ownUntil", { day: formatDay(toOn, locale), by: formatName(by, locale) })}</p>
          <p className="small sub">{reason}</p>
          <ul className="mt-2">
            {people.map((person) => (
              <li key={person.id}>
                <Link href={`/training-record/${person.id}`}>{formatName(person, locale)}</Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
