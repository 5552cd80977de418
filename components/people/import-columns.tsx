import { useLocale } from "next-intl";
import { LedgerTable } from "@/components/ui/ledger-table";
import { SectionHeading } from "@/components/ui/section-heading";
import type { ImportColumn, ImportKind } from "@/lib/domain/csv-import";
import { messagesIn } from "@/lib/platform/messages";
import { useTranslations } from "@/lib/platform/words";

type Props = { kind: ImportKind; columns: readonly ImportColumn[] };

const KEY = { employeeNumber: "personKey", email: "personKey" };
/** Columns that mean something of their own in a kind. */
const OTHER_HINTS: Partial<Record<ImportKind, Readonly<Record<string, string>>>> = {
  enrolments: KEY,
  mentors: { ...KEY, team: "mentorTeam" },
  recognitions: KEY,
};

/** The columns of a kind of file, before anything is chosen. */
export function ImportColumns({ kind, columns }: Props) {
  const t = useTranslations("import.columns");
  const locale = useLocale();
  const hints: Record<string, string> = messagesIn(locale).import.hints;
  const hintOf = ({ key }: ImportColumn) => hints[OTHER_HINTS[kind]?.[key] ?? key] ?? "";
  const [own, other] = locale === "ja" ? ([0, 1] as const) : ([1, 0] as const);
  return (
    <section className="sec">
      <SectionHeading>{t("title")}</SectionHeading>
      <LedgerTable
        caption={t("caption")}
        rows={columns}
        rowKey={({ key }) => key}
        columns={[
          { id: "name", head: t("name"), isRowHead: true, cell: ({ headers }) => headers[own] },
          { id: "must", head: t("must"), cell: ({ required }) => t(required ? "yes" : "no") },
          { id: "write", head: t("write"), cell: hintOf },
          { id: "other", head: t("english"), cell: ({ headers }) => headers[other] },
        ]}
      />
      <p className="small mt-2">{t("note")}</p>
    </section>
  );
}
