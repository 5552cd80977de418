import { Link } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import type { RecordDraft } from "@/lib/domain/record";
import { useTranslations } from "@/lib/platform/words";

/** What was done and learned, in full, and what proves it. */
export function RecordText({ draft }: { draft: RecordDraft }) {
  const t = useTranslations("records.record");
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
        {learned !== null && (
          <>
            <h3 className="mt-4">{t("learned")}</h3>
            <p className="prose wrap-anywhere">{learned}</p>
          </>
        )}
      </section>
      <section className="sec">
        <SectionHeading>{t("evidence")}</SectionHeading>
        {evidence.length === 0 ? <p className="hint mt-2">{t("noEvidence")}</p> : <Evidence evidence={evidence} />}
      </section>
    </>
  );
}

function Evidence({ evidence }: Pick<RecordDraft, "evidence">) {
  const t = useTranslations("myRecords.record.evidenceKinds");
  return (
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
  );
}
