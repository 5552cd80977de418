import { useLocale } from "next-intl";
import { LedgerTable } from "@/components/ui/ledger-table";
import { Tag } from "@/components/ui/tag";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { formatDay, formatFacts, formatMonth, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { SignedClaim } from "@/lib/signed-step/schema";

type Props = { claims: readonly SignedClaim[]; words: CurriculumWords };

/** The records that counted, with what the mentor confirmed of each. */
export function SignedClaims({ claims, words }: Props) {
  const t = useTranslations("signedStep");
  const r = useTranslations("records");
  const locale = useLocale();
  const detailOf = useDetails(words);
  if (claims.length === 0) return null;
  return (
    <LedgerTable
      caption={t("records")}
      tight
      rows={claims}
      rowKey={({ claimId }) => claimId}
      columns={[
        { id: "day", head: t("day"), cell: ({ happenedOn }) => formatDay(happenedOn, locale) },
        {
          id: "record",
          head: t("record"),
          isRowHead: true,
          cell: ({ title, kind, tlp, isCorrectedSince }) => (
            <>
              {title === "" ? t("red") : title} <Tag>{r(`kinds.${kind}`)}</Tag> <Tag>{`TLP:${tlp}`}</Tag>
              {isCorrectedSince && <span className="small faint block">{t("corrected")}</span>}
            </>
          ),
        },
        { id: "confirmed", head: t("confirmed"), cell: (claim) => formatFacts(detailOf(claim), locale) },
        {
          id: "by",
          head: t("verifiedBy"),
          cell: ({ verified: { by, on, byReviewer, comment } }) => (
            <>
              {t("actOn", { name: formatName(by, locale), day: formatDay(on, locale) })}
              {byReviewer && ` ${t("byReviewer")}`}
              {comment !== "" && <span className="small block">{comment}</span>}
            </>
          ),
        },
      ]}
    />
  );
}

function useDetails(words: CurriculumWords) {
  const t = useTranslations("signedStep");
  const r = useTranslations("records.form");
  const locale = useLocale();
  return ({ confirmed, criterionCode, periodCovered, incidentRef, evidence, ...claim }: SignedClaim): string[] => {
    const { supervision, mentorPresent, parts, judged, right } = confirmed;
    return [
      periodCovered && t("period", { month: formatMonth(periodCovered, locale) }),
      supervision && r(`supervisions.${supervision}`),
      mentorPresent && t("mentorPresent"),
      judged !== null && t("numbers", { judged, right: right ?? 0 }),
      ...parts.map((part) => words.part(criterionCode, part)),
      claim.subCase && words.subCase(claim.subCase),
      claim.technique && words.part(criterionCode, claim.technique),
      claim.readingItem,
      incidentRef,
      ...evidence,
    ].filter((text): text is string => typeof text === "string" && text !== "");
  };
}
