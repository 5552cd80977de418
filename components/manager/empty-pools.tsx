import { getLocale } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { formatName, type Locale } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/words";

type Named = { id: string; name: string; latinName: string };
type Pool = {
  roleGroupCode: RoleGroupCode;
  teamId: string;
  teamNameJa: string;
  teamNameEn: string;
  trainees: number;
  candidates: readonly Named[];
};
type Props = { pools: readonly Pool[]; total: number; groupName: (code: RoleGroupCode) => string };

/** Role groups of a team in which people train and nobody verifies, with who could be appointed. */
export async function EmptyPools({ pools, total, groupName }: Props) {
  if (pools.length === 0) return null;
  const [t, locale] = await Promise.all([getTranslations("appointments"), getLocale() as Promise<Locale>]);
  const note = total > pools.length ? t("pools.more", { shown: pools.length, total }) : t("pools.note");
  return (
    <section className="sec">
      <SectionHeading note={note}>{t("pools.title")}</SectionHeading>
      <LedgerTable
        caption={t("pools.title")}
        rows={pools}
        rowKey={({ roleGroupCode, teamId }) => `${roleGroupCode} ${teamId}`}
        columns={[
          { id: "group", head: t("group"), isRowHead: true, cell: ({ roleGroupCode }) => groupName(roleGroupCode) },
          { id: "team", head: t("team"), cell: (pool) => (locale === "ja" ? pool.teamNameJa : pool.teamNameEn) },
          {
            id: "trainees",
            head: t("pools.trainees"),
            cell: ({ trainees }) => <Badge state="short">{t("pools.waiting", { count: trainees })}</Badge>,
          },
          {
            id: "candidates",
            head: t("pools.candidates"),
            cell: (pool) => <Candidates pool={pool} none={t("pools.none")} locale={locale} />,
          },
        ]}
      />
    </section>
  );
}

function Candidates({ pool, none, locale }: { pool: Pool; none: string; locale: Locale }) {
  const { candidates: people, roleGroupCode: group, teamId: team } = pool;
  if (people.length === 0) return <span className="small sub">{none}</span>;
  return (
    <span className="row-acts">
      {people.map((person) => (
        <Link key={person.id} href={`/appointments/new?${new URLSearchParams({ person: person.id, group, team })}`}>
          {formatName(person, locale)}
        </Link>
      ))}
    </span>
  );
}
