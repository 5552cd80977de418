import { Badge } from "@/components/ui/badge";
import { LedgerTable } from "@/components/ui/ledger-table";
import { LinkButton } from "@/components/ui/link-button";
import { SectionHeading } from "@/components/ui/section-heading";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { formatName } from "@/lib/platform/format";
import { type GroupNames, type ReadinessWords, readinessWords } from "./readiness-words";

export type PoolRow = {
  roleGroupCode: RoleGroupCode;
  mentors: number;
  independent: readonly { name: string; latinName: string }[];
};

/** How many can verify in each role group; an empty pool names who could be appointed. */
export async function MentorPools({ pools, names }: { pools: readonly PoolRow[]; names: GroupNames }) {
  const words = await readinessWords();
  const { t } = words;
  const rows = [...pools].sort((a, b) => Number(a.mentors > 0) - Number(b.mentors > 0));
  return (
    <section className="sec">
      <SectionHeading
        note={t("poolsNote")}
        end={
          <LinkButton size="small" href="/appointments">
            {t("appoint")}
          </LinkButton>
        }
      >
        {t("pools")}
      </SectionHeading>
      <LedgerTable
        caption={t("poolsNote")}
        rows={rows}
        rowKey={({ roleGroupCode }) => roleGroupCode}
        columns={[
          {
            id: "group",
            head: t("roleGroup"),
            isRowHead: true,
            cell: ({ roleGroupCode }) => names.full(roleGroupCode),
          },
          { id: "mentors", head: t("pools"), cell: (pool) => <PoolState pool={pool} words={words} /> },
        ]}
      />
    </section>
  );
}

function PoolState({ pool: { mentors, independent }, words: { t, locale } }: { pool: PoolRow; words: ReadinessWords }) {
  if (mentors > 0) return t("poolCount", { count: mentors });
  const candidates = independent.map((person) => formatName(person, locale)).join(t("listJoin"));
  return (
    <>
      <Badge state="short">{t("poolEmpty")}</Badge>{" "}
      <span className="small sub">
        {candidates ? t("poolCandidates", { names: candidates }) : t("poolNoCandidates")}
      </span>
    </>
  );
}
