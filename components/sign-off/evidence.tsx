import { useLocale } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { Link } from "@/components/ui/link";
import type { ClaimFact } from "@/lib/domain/facts";
import { formatDay, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { SheetRow } from "./sheet-rows";

/** As many records as have room beside a criterion; more are folded. */
const SHOWN = 2;

/** What counted, linked; who verified last or judged. */
export function Evidence({ row, enrolmentId, mayJudge }: { row: SheetRow; enrolmentId: string; mayJudge: boolean }) {
  const t = useTranslations("signOff.row");
  const locale = useLocale();
  const { counted, latest, judges, measured, code } = row;
  const isJudged = measured?.criterion.mode !== undefined;
  return (
    <>
      {counted.length === 0 && !isJudged && <span className="faint">{t("noEvidence")}</span>}
      {counted.length <= SHOWN ? (
        <RecordLinks claims={counted} />
      ) : (
        <Disclosure summary={<span data-key="e">{t("records", { count: counted.length })}</span>}>
          <RecordLinks claims={counted} />
        </Disclosure>
      )}
      {latest && (
        <span className="faint phrase block">
          {t("latest", { day: formatDay(latest.on, locale), name: formatName(latest.by, locale) })}
        </span>
      )}
      {judges.length > 0 && (
        <span className="faint block">
          {t("judgedBy", { name: judges.map((by) => formatName(by, locale)).join(locale === "ja" ? "、" : ", ") })}
        </span>
      )}
      {isJudged && mayJudge && (
        <Link href={`/reviews/judgements/${enrolmentId}/${code}`} {...(counted.length === 0 && { "data-key": "e" })}>
          {t("judge")}
        </Link>
      )}
    </>
  );
}

function RecordLinks({ claims }: { claims: readonly ClaimFact[] }) {
  const red = useTranslations("reviews")("redTitle");
  return claims.map(({ claimId, recordId, title }, place) => (
    <span key={claimId} className="block">
      <Link href={`/reviews/${recordId}`} {...(claims.length <= SHOWN && place === 0 && { "data-key": "e" })}>
        {title || red}
      </Link>
    </span>
  ));
}
