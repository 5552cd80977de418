import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import type { Falling } from "@/lib/currency/schema";
import { levelOf } from "@/lib/domain/readiness";
import { formatDay, formatName } from "@/lib/platform/format";
import { type GroupNames, readinessWords } from "./readiness-words";

/** Who falls out of date and when; who has is named and not counted. */
export async function FallingTable({ falling: { rows, total }, names }: { falling: Falling; names: GroupNames }) {
  const { t, locale } = await readinessWords();
  return (
    <section className="sec">
      <SectionHeading note={t("fallingNote")}>{t("falling")}</SectionHeading>
      {rows.length === 0 ? (
        <EmptyState title={t("fallingNone")}>{t("fallingNoneText")}</EmptyState>
      ) : (
        <LedgerTable
          caption={t("fallingNote")}
          rows={rows}
          rowKey={({ enrolmentId }) => enrolmentId}
          columns={[
            {
              id: "on",
              head: t("fallingOn"),
              cell: ({ lastDay, isOut }) => (
                <>
                  <b>{formatDay(lastDay, locale, { weekday: true })}</b>{" "}
                  {isOut && <Badge state="short">{t("fallingOut")}</Badge>}
                </>
              ),
            },
            {
              id: "person",
              head: t("person"),
              isRowHead: true,
              cell: (row) => <Link href={`/trainees/${row.personId}`}>{formatName(row, locale)}</Link>,
            },
            {
              id: "level",
              head: t("fallingLevel"),
              cell: (row) => `${names.short(row.roleGroupCode)} ${t(`level.${levelOf(row.completedStep)}`)}`,
            },
            { id: "from", head: t("fallingFrom"), cell: ({ from }) => formatDay(from, locale) },
          ]}
        />
      )}
      {total > rows.length && <p className="small mt-2">{t("fallingMore", { count: total - rows.length })}</p>}
    </section>
  );
}
