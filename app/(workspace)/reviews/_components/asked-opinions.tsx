import { getLocale } from "next-intl/server";
import { Disclosure } from "@/components/ui/disclosure";
import { Link } from "@/components/ui/link";
import { curriculumWords } from "@/lib/curriculum/queries";
import type { Actor } from "@/lib/domain/access";
import { formatFacts, formatName } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/words";
import { listAskedOf } from "@/lib/second-opinion/queries";

/** Second opinions that the reader is asked for. Nothing while none is. */
export async function AskedOpinions({ actor }: { actor: Actor }) {
  const opinions = await listAskedOf(actor);
  if (opinions.length === 0) return null;
  const [locale, t] = [await getLocale(), await getTranslations("mentoring.opinion")];
  const words = await curriculumWords(locale);
  return (
    <Disclosure className="asked-opinions" summary={t("askedOfYou", { count: opinions.length })} open>
      <ul>
        {opinions.map(({ opinionId, trainee, criterionCode, askedBy }) => (
          <li key={opinionId} className="small">
            <Link href={`/reviews/opinions/${opinionId}`}>
              {formatFacts([formatName(trainee, locale), words.title(criterionCode)], locale)}
            </Link>{" "}
            <span className="sub">{t("about", { name: formatName(askedBy, locale) })}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
