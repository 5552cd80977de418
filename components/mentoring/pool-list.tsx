import { useLocale } from "next-intl";
import { waitText } from "@/components/reviews/queue-words";
import { Badge } from "@/components/ui/badge";
import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { MentorPool, PoolMentor } from "@/lib/mentoring/schema";
import { formatDay, formatFacts, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Props = { pools: readonly MentorPool[]; groupName: (code: RoleGroupCode) => string };

/** Each pool with its mentors and what they carry; where nobody mentors, who could be appointed. */
export function PoolList({ pools, groupName }: Props) {
  return pools.map((pool) => <Pool key={`${pool.roleGroupCode} ${pool.teamId}`} pool={pool} groupName={groupName} />);
}

function Pool({ pool, groupName }: { pool: MentorPool; groupName: Props["groupName"] }) {
  const t = useTranslations("mentoring.pools");
  const locale = useLocale();
  const team = locale === "ja" ? pool.teamNameJa : pool.teamNameEn;
  const title = formatFacts([groupName(pool.roleGroupCode), team], locale);
  return (
    <section className="sec">
      <SectionHeading note={t("trainees", { count: pool.trainees })}>{title}</SectionHeading>
      {pool.mentors.every(({ away }) => away !== null) && (
        <p className="mt-2">
          <Badge state="short">{t("nobody")}</Badge> <span className="small sub">{t("nobodyText")}</span>
        </p>
      )}
      {pool.mentors.length > 0 && <Mentors pool={pool} title={title} />}
      <Eligible pool={pool} />
    </section>
  );
}

function Mentors({ pool, title }: { pool: MentorPool; title: string }) {
  const t = useTranslations("mentoring.pools");
  const locale = useLocale();
  const number = { isNumber: true } as const;
  return (
    <LedgerTable
      caption={title}
      className="mentors"
      rows={pool.mentors}
      rowKey={({ id }) => id}
      columns={[
        { id: "mentor", head: t("mentor"), isRowHead: true, cell: (mentor) => <Mentor mentor={mentor} /> },
        {
          id: "basis",
          head: t("basis"),
          cell: ({ basis, reason }) => formatFacts([t(`bases.${basis}`), reason], locale),
        },
        { id: "held", head: t("held"), ...number, cell: ({ held }) => held },
        { id: "decided", head: t("decided"), ...number, cell: ({ decided }) => decided },
        {
          id: "median",
          head: t("median"),
          ...number,
          cell: ({ medianHours }) => (medianHours === null ? "–" : waitText(medianHours, locale)),
        },
      ]}
    />
  );
}

function Mentor({ mentor }: { mentor: PoolMentor }) {
  const t = useTranslations("mentoring.pools");
  const locale = useLocale();
  const { away } = mentor;
  return (
    <>
      {formatName(mentor, locale)}
      {away && (
        <span className="block">
          <Badge state="caution">
            {away.until === null
              ? t("away")
              : t("awayUntil", { day: formatDay(away.until, locale, { weekday: true }) })}
          </Badge>
        </span>
      )}
    </>
  );
}

/** Independent in the role group, and no mentor there yet: each leads to the appointment, filled in. */
function Eligible({ pool }: { pool: MentorPool }) {
  const t = useTranslations("mentoring.pools");
  const locale = useLocale();
  const { eligible, mentors, roleGroupCode, teamId } = pool;
  if (eligible.length === 0) {
    return mentors.length === 0 ? <p className="small sub mt-2">{t("noneEligible")}</p> : null;
  }
  return (
    <p className="small sub row-acts mt-2">
      <span>{t("eligible")}</span>
      {eligible.map((person) => (
        <Link
          key={person.id}
          href={`/appointments/new?${new URLSearchParams({ person: person.id, group: roleGroupCode, team: teamId })}`}
        >
          {formatName(person, locale)}
        </Link>
      ))}
    </p>
  );
}
