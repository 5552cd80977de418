import { useLocale } from "next-intl";
import { LedgerTable } from "@/components/ui/ledger-table";
import { SectionHeading } from "@/components/ui/section-heading";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { formatDay, formatInstant } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { teamName } from "./team-options";

type Appointment = {
  readonly id: string;
  readonly kind: "mentor" | "countersigner" | "reviewer";
  readonly roleGroupCode: RoleGroupCode | null;
  readonly team: { readonly nameJa: string; readonly nameEn: string } | null;
  readonly fromOn: string;
  readonly endedAt: string | null;
  readonly reason: string;
};
type Props = { appointments: readonly Appointment[]; roleGroupNames: Readonly<Record<RoleGroupCode, string>> };

/** What managers appointed the person for; they end it, too. */
export function AppointmentSection({ appointments, roleGroupNames }: Props) {
  const t = useTranslations("people");
  const locale = useLocale();
  if (appointments.length === 0) return null;
  const until = ({ endedAt }: Appointment) =>
    endedAt === null ? t("memberships.open") : formatInstant(new Date(endedAt), locale);
  return (
    <section className="sec">
      <SectionHeading>{t("mentorships.title")}</SectionHeading>
      <LedgerTable
        caption={t("mentorships.caption")}
        rows={appointments}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "kind",
            head: t("mentorships.kind"),
            isRowHead: true,
            cell: ({ kind }) => t(`mentorships.kinds.${kind}`),
          },
          {
            id: "group",
            head: t("mentorships.roleGroup"),
            cell: ({ roleGroupCode: code }) => (code ? roleGroupNames[code] : t("mentorships.allRoleGroups")),
          },
          {
            id: "reach",
            head: t("capacities.reach"),
            cell: ({ team }) => (team ? teamName(team, locale) : t("capacities.organisation")),
          },
          { id: "from", head: t("memberships.from"), cell: ({ fromOn }) => formatDay(fromOn, locale) },
          { id: "to", head: t("memberships.to"), cell: until },
          { id: "reason", head: t("capacities.reason"), className: "wrap-anywhere", cell: ({ reason }) => reason },
        ]}
      />
    </section>
  );
}
