import { useLocale } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { LedgerTable } from "@/components/ui/ledger-table";
import { SectionHeading } from "@/components/ui/section-heading";
import type { KeptVerification } from "@/lib/domain/audit-entry";
import type { TrailFault } from "@/lib/domain/trail-fault";
import { formatInstant, formatName, formatNumber } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

/** What verifications found, the latest first. */
export function VerificationTable({ verifications }: { verifications: readonly KeptVerification[] }) {
  const t = useTranslations("audit.verify");
  const locale = useLocale();
  return (
    <section aria-labelledby="results" className="mt-6">
      <SectionHeading id="results">{t("results")}</SectionHeading>
      <p className="small sub mb-3">{t("limits")}</p>
      {verifications.length === 0 && (
        <EmptyState level={3} title={t("noResults")}>
          {t("noResultsWhy")}
        </EmptyState>
      )}
      {verifications.length > 0 && (
        <LedgerTable
          caption={t("caption")}
          rows={verifications}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "at",
              head: t("finishedAt"),
              isRowHead: true,
              cell: ({ finishedAt }) => formatInstant(finishedAt, locale),
            },
            { id: "by", head: t("by"), cell: ({ by }) => (by ? formatName(by, locale) : t("clock")) },
            { id: "events", head: t("events"), isNumber: true, cell: ({ events }) => formatNumber(events, locale) },
            {
              id: "checkpoints",
              head: t("checkpoints"),
              isNumber: true,
              cell: ({ checkpoints }) => formatNumber(checkpoints, locale),
            },
            { id: "result", head: t("result"), cell: ({ faults }) => <Result faults={faults} /> },
          ]}
        />
      )}
    </section>
  );
}

function Result({ faults }: { faults: readonly TrailFault[] }) {
  const t = useTranslations("audit");
  if (faults.length === 0) return <Badge state="done">{t("verify.holds")}</Badge>;
  return (
    <>
      <Badge state="back">{t("verify.faulty", { count: faults.length })}</Badge>
      <ul className="small">
        {faults.map((fault) => (
          <li key={`${fault.kind} ${fault.seq} ${fault.checkpoint}`}>
            {t(`faults.${fault.kind}`, {
              seq: fault.seq ?? 0,
              until: fault.until ?? 0,
              checkpoint: fault.checkpoint ?? 0,
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
