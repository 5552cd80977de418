import { Link } from "@/components/ui/link";
import { useTranslations } from "@/lib/platform/words";
import type { RecordView } from "@/lib/reviewed-record/schema";

/** 証跡: links open elsewhere, ticket numbers are looked up by hand. */
export function EvidenceList({ evidence }: Pick<RecordView, "evidence">) {
  const t = useTranslations("reviews.record");
  return (
    <>
      <h3>{t("evidence")}</h3>
      {evidence.length === 0 ? (
        <p className="faint">{t("noEvidence")}</p>
      ) : (
        <ul className="attach">
          {evidence.map(({ kind, value }) => (
            <li key={value}>
              {kind === "link" ? (
                <Link href={value} target="_blank" className="wrap-anywhere">
                  {value}
                </Link>
              ) : (
                <span className="wrap-anywhere">{value}</span>
              )}
              <span className="end">{t(kind)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
