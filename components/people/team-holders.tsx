import { useLocale } from "next-intl";
import { LedgerTable } from "@/components/ui/ledger-table";
import { SectionHeading } from "@/components/ui/section-heading";
import type { GrantedCapacity } from "@/lib/domain/capacity-grant";
import { formatInstant, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { teamName } from "./team-options";

type Named = { readonly name: string; readonly latinName: string };
type Holder = {
  readonly grantId: string;
  readonly capacity: GrantedCapacity;
  readonly teamId: string | null;
  readonly reason: string;
  readonly grantedAt: string;
  readonly person: Named;
  readonly by: Named | null;
};
type Team = { readonly id: string; readonly nameJa: string; readonly nameEn: string };
type Props = { holders: readonly Holder[]; teams: readonly Team[] };

/** Who manages the team and those above, who administers and audits: with the reason, for its managers to see. */
export function TeamHolders({ holders, teams }: Props) {
  const t = useTranslations("teams.page");
  const names = useTranslations("people.capacities");
  const locale = useLocale();
  const reach = ({ teamId }: Holder) => {
    const team = teams.find(({ id }) => id === teamId);
    return team ? teamName(team, locale) : names("organisation");
  };
  return (
    <section className="sec">
      <SectionHeading>{t("holders")}</SectionHeading>
      <LedgerTable
        caption={t("holdersCaption")}
        rows={holders}
        rowKey={({ grantId }) => grantId}
        columns={[
          { id: "name", head: t("name"), isRowHead: true, cell: ({ person }) => formatName(person, locale) },
          { id: "capacity", head: t("capacity"), cell: ({ capacity }) => names(`names.${capacity}`) },
          { id: "reach", head: t("reach"), cell: reach },
          { id: "since", head: t("since"), cell: ({ grantedAt }) => formatInstant(new Date(grantedAt), locale) },
          { id: "by", head: t("by"), cell: ({ by }) => (by ? formatName(by, locale) : names("setUp")) },
          { id: "reason", head: t("reason"), className: "wrap-anywhere", cell: ({ reason }) => reason },
        ]}
      />
      <p className="small mt-2">{t("holdersNote")}</p>
    </section>
  );
}
