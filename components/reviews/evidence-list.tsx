import { useTranslations } from "@/lib/platform/words";
import type { RecordView } from "@/lib/reviewed-record/schema";
import { EvidenceEntries } from "./evidence-entries";

/** 証跡 of a record under review. */
export function EvidenceList({ evidence }: Pick<RecordView, "evidence">) {
  const t = useTranslations("reviews.record");
  return (
    <>
      <h3>{t("evidence")}</h3>
      {evidence.length === 0 ? (
        <p className="faint">{t("noEvidence")}</p>
      ) : (
        <EvidenceEntries evidence={evidence} kindWord={t} />
      )}
    </>
  );
}
