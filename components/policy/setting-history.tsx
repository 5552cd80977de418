import { EmptyState } from "@/components/ui/empty-state";
import { LedgerTable } from "@/components/ui/ledger-table";
import { SectionHeading } from "@/components/ui/section-heading";
import { formatDay, formatInstant, formatName } from "@/lib/platform/format";
import type { Parameter } from "./parameter-facts";
import { policyWords, valueWords } from "./policy-words";

type Setting = {
  id: string;
  value: unknown;
  holdsFrom: string;
  reason: string;
  setAt: Date;
  setBy: { name: string; latinName: string } | null;
};
type Props = { parameter: Parameter & { history: readonly Setting[] } };

/** Who set which value, when and why; newest first. */
export async function SettingHistory({ parameter: { definition, history } }: Props) {
  const words = await policyWords();
  const { t, locale } = words;
  return (
    <section className="sec">
      <SectionHeading>{t("history")}</SectionHeading>
      {history.length === 0 ? (
        <EmptyState title={t("historyEmpty")}>{t("historyEmptyText")}</EmptyState>
      ) : (
        <LedgerTable
          caption={t("historyCaption")}
          rows={history}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "from",
              head: t("from"),
              isRowHead: true,
              cell: ({ holdsFrom }) => formatDay(holdsFrom, locale, { weekday: true }),
            },
            { id: "value", head: t("valueThen"), cell: ({ value }) => valueWords(definition, value, words) },
            {
              id: "by",
              head: t("by"),
              cell: ({ setBy, setAt }) => `${setBy ? formatName(setBy, locale) : "–"} ${formatInstant(setAt, locale)}`,
            },
            { id: "why", head: t("why"), cell: ({ reason }) => reason },
          ]}
        />
      )}
    </section>
  );
}
