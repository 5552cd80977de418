import { useLocale } from "next-intl";
import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import { formatDay, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Member = {
  readonly id: string;
  readonly name: string;
  readonly latinName: string;
  readonly isMain: boolean;
  readonly fromOn: string;
  readonly toOn: string | null;
};
type Props = { teamId: string; members: readonly Member[]; count: number };

/** The first fifty; the rest through the list of people. */
export function TeamMembers({ teamId, members, count }: Props) {
  const t = useTranslations("teams.page");
  const kinds = useTranslations("people.memberships.kinds");
  const locale = useLocale();
  return (
    <section className="sec">
      <SectionHeading end={<Link href={`/people?team=${teamId}`}>{t("all")}</Link>}>{t("people")}</SectionHeading>
      {count === 0 ? (
        <p className="mt-3">{t("peopleEmpty")}</p>
      ) : (
        <LedgerTable
          caption={t("peopleCaption")}
          rows={members}
          rowKey={({ id, fromOn }) => `${id} ${fromOn}`}
          columns={[
            {
              id: "name",
              head: t("name"),
              isRowHead: true,
              cell: (member) => <Link href={`/people/${member.id}`}>{formatName(member, locale)}</Link>,
            },
            { id: "kind", head: t("kind"), cell: ({ isMain }) => kinds(isMain ? "main" : "additional") },
            { id: "from", head: t("from"), cell: ({ fromOn }) => formatDay(fromOn, locale) },
            { id: "to", head: t("to"), cell: ({ toOn }) => (toOn === null ? t("open") : formatDay(toOn, locale)) },
          ]}
        />
      )}
      {count > members.length && <p className="small mt-2">{t("more", { count: count - members.length })}</p>}
    </section>
  );
}
