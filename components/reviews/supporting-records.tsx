import { useLocale } from "next-intl";
import { Link } from "@/components/ui/link";
import { Mark, type MarkKind } from "@/components/ui/mark";
import type { ClaimFact, ClaimStanding } from "@/lib/domain/facts";
import { formatDay } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

const MARKS: Record<ClaimStanding, MarkKind> = {
  waiting: "waiting",
  verified: "verified",
  sentBack: "broken",
  withdrawn: "open",
};

type Props = { claims: readonly ClaimFact[]; today: string; level?: 2 | 3 };

/** Records that claim the criterion: what a judgement can rest on. */
export function SupportingRecords({ claims, today, level = 3 }: Props) {
  const Heading = level === 2 ? "h2" : "h3";
  const t = useTranslations("reviews.judgement");
  const red = useTranslations("reviews")("redTitle");
  const locale = useLocale();
  return (
    <>
      <Heading>{t("records")}</Heading>
      {claims.length === 0 ? (
        <p className="small sub phrase">{t("noRecords")}</p>
      ) : (
        <ul className="attach">
          {claims.map(({ claimId, recordId, title, happenedOn, standing }) => (
            <li key={claimId}>
              <Mark kind={MARKS[standing]} label={t(`state.${standing}`)} />
              <Link href={`/reviews/${recordId}`}>{title || red}</Link>
              <span className="end n">{formatDay(happenedOn, locale, { today })}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
