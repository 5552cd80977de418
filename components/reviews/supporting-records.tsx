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

/** Records that claim the criterion: what a judgement can rest on. */
export function SupportingRecords({ claims, today }: { claims: readonly ClaimFact[]; today: string }) {
  const t = useTranslations("reviews.judgement");
  const red = useTranslations("reviews")("redTitle");
  const locale = useLocale();
  return (
    <>
      <h3>{t("records")}</h3>
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
