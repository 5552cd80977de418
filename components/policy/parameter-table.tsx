import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import { Passage } from "@/components/ui/passage";
import { SectionHeading } from "@/components/ui/section-heading";
import type { PolicyDefinition } from "@/lib/content/schema";
import { formatDay } from "@/lib/platform/format";
import { inWords, type PolicyWords, policyWords, valueWords } from "./policy-words";

export type ParameterRow = {
  definition: PolicyDefinition;
  value: unknown;
  isDefault: boolean;
  history: readonly { holdsFrom: string }[];
};

/** The values of one role group, by STEP. */
export async function ParameterTable({
  title,
  rows,
  maySet,
}: {
  title: string;
  rows: readonly ParameterRow[];
  maySet: boolean;
}) {
  const words = await policyWords();
  const { t, locale } = words;
  return (
    <section className="sec">
      <SectionHeading>{title}</SectionHeading>
      <LedgerTable
        caption={t("caption", { group: title })}
        className="parameters"
        rows={rows.toSorted((a, b) => (a.definition.step ?? 0) - (b.definition.step ?? 0))}
        rowKey={({ definition }) => definition.code}
        columns={[
          {
            id: "step",
            head: "STEP",
            cell: ({ definition }) => (definition.step ? t("step", { step: definition.step }) : "–"),
          },
          {
            id: "title",
            head: t("parameter"),
            isRowHead: true,
            cell: ({ definition }) => inWords(definition.title, locale),
          },
          {
            id: "source",
            head: t("source"),
            cell: ({ definition }) =>
              definition.sourceTerm === null ? t("silent") : <Passage text={definition.sourceTerm} />,
          },
          { id: "value", head: t("value"), cell: (row) => <ValueNow row={row} words={words} /> },
          {
            id: "act",
            head: <span className="vh">{t(maySet ? "change" : "see")}</span>,
            cell: ({ definition }) => (
              <Link
                href={`/policy/${definition.code}`}
                aria-label={`${t(maySet ? "change" : "see")} ${inWords(definition.title, locale)}`}
              >
                {t(maySet ? "change" : "see")}
              </Link>
            ),
          },
        ]}
      />
    </section>
  );
}

function ValueNow({
  row: { definition, value, isDefault, history },
  words,
}: {
  row: ParameterRow;
  words: PolicyWords;
}) {
  const since = history[0]?.holdsFrom;
  return (
    <>
      <b>{valueWords(definition, value, words)}</b>{" "}
      <span className="small faint">
        {isDefault || since === undefined
          ? words.t("isDefault")
          : words.t("set", { day: formatDay(since, words.locale) })}
      </span>
    </>
  );
}
