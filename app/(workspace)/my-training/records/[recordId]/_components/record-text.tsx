import { EvidenceEntries } from "@/components/reviews/evidence-entries";
import { SectionHeading } from "@/components/ui/section-heading";
import type { RecordDraft } from "@/lib/domain/record";
import { useTranslations } from "@/lib/platform/words";

/** What was done and learned, in full, and what proves it. */
export function RecordText({ draft }: { draft: RecordDraft }) {
  const t = useTranslations("records.record");
  const kindWord = useTranslations("myRecords.record.evidenceKinds");
  const { did, learned, tlp, evidence } = draft;
  return (
    <>
      <section className="sec">
        <SectionHeading>{t("did")}</SectionHeading>
        {did === null ? (
          <p className="hint mt-2">{t(tlp === "RED" ? "redText" : "noText")}</p>
        ) : (
          <p className="prose wrap-anywhere mt-2">{did}</p>
        )}
        {learned !== null && <Learned title={t("learned")} text={learned} />}
      </section>
      <section className="sec">
        <SectionHeading>{t("evidence")}</SectionHeading>
        {evidence.length === 0 && <p className="hint mt-2">{t("noEvidence")}</p>}
        {evidence.length > 0 && <EvidenceEntries evidence={evidence} kindWord={kindWord} />}
      </section>
    </>
  );
}

const Learned = ({ title, text }: { title: string; text: string }) => (
  <>
    <h3 className="mt-4">{title}</h3>
    <p className="prose wrap-anywhere">{text}</p>
  </>
);
