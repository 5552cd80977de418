import { useLocale } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { LedgerTable } from "@/components/ui/ledger-table";
import { SectionHeading } from "@/components/ui/section-heading";
import type { KeptVerification } from "@/lib/domain/audit-entry";
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
            { id: "result", head: t("result"), cell: (verification) => <Result {...verification} /> },
          ]}
        />
      )}
    </section>
  );
}

type Found = Pick<KeptVerification, "faults" | "differing">;

function Result({ faults, differing }: Found) {
  const t = useTranslations("audit");
  const problems = faults.length + (differing ? 1 : 0);
  if (problems === 0)
    return (
      <>
        <Badge state="done">{t("verify.holds")}</Badge>
        {differing === 0 && <span className="small sub block">{t("verify.tablesAgree")}</span>}
      </>
    );
  return (
    <>
      <Badge state="back">{t("verify.faulty", { count: problems })}</Badge>
      <ul className="small">
        {differing !== null && differing > 0 && <li>{t("verify.tablesDiffer", { count: differing })}</li>}
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
