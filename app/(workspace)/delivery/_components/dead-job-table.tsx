import { useLocale } from "next-intl";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { LedgerTable } from "@/components/ui/ledger-table";
import type { DeadJobRow } from "@/lib/job/schema";
import { formatInstant } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { retryJobAction } from "../actions";

/** What was given up, and why; each may be tried again once its cause is mended. */
export function DeadJobTable({ jobs }: { jobs: readonly DeadJobRow[] }) {
  const t = useTranslations("delivery.jobs");
  const locale = useLocale();
  return (
    <LedgerTable
      caption={t("caption")}
      ruled
      rows={jobs}
      rowKey={({ id }) => id}
      columns={[
        { id: "kind", head: t("kind"), isRowHead: true, cell: ({ kind }) => t(`kinds.${kind}`) },
        { id: "failure", head: t("failure"), cell: ({ failure }) => t(`failures.${failure}`) },
        { id: "attempts", head: t("attempts"), isNumber: true, cell: ({ attempts }) => attempts },
        { id: "madeAt", head: t("madeAt"), cell: ({ madeAt }) => formatInstant(madeAt, locale) },
        { id: "deadAt", head: t("deadAt"), cell: ({ deadAt }) => formatInstant(deadAt, locale) },
        { id: "acts", head: t("acts"), cell: ({ id }) => <Retry jobId={id} /> },
      ]}
    />
  );
}

function Retry({ jobId }: { jobId: string }) {
  const t = useTranslations("delivery.jobs");
  return (
    <Form action={retryJobAction}>
      <HiddenField name="jobId" value={jobId} />
      <SubmitButton look="outline" size="small" pending={t("retrying")}>
        {t("retry")}
      </SubmitButton>
    </Form>
  );
}
