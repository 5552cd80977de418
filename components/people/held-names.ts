import { useLocale } from "next-intl";
import type { GrantedCapacity } from "@/lib/domain/capacity-grant";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { useTranslations } from "@/lib/platform/words";
import { teamName } from "./team-options";

type Held = { readonly endedAt: string | null; readonly team: { nameJa: string; nameEn: string } | null };
export type HeldByPerson = {
  readonly grants?: readonly (Held & { readonly capacity: GrantedCapacity })[];
  readonly mentorships: readonly (Held & { readonly roleGroupCode: RoleGroupCode })[];
  readonly appointments: readonly (Held & { readonly kind: "countersigner" | "reviewer" })[];
};
export type RoleGroupNames = Readonly<Record<RoleGroupCode, string>>;

/** What somebody holds, one line for each sort: only sorts that have something in them. */
export function useHeldNames({ grants = [], mentorships, appointments }: HeldByPerson, roleGroupNames: RoleGroupNames) {
  const t = useTranslations("people");
  const locale = useLocale();
  const stands = ({ endedAt }: Held) => endedAt === null;
  const where = ({ team }: Held, what: string) =>
    `${what} (${team ? teamName(team, locale) : t("capacities.organisation")})`;
  const capacities = grants.filter(stands).map((grant) => where(grant, t(`capacities.names.${grant.capacity}`)));
  const mentoring = mentorships.filter(stands).map((each) => where(each, roleGroupNames[each.roleGroupCode]));
  const signing = appointments.filter(stands).map((each) => where(each, t(`mentorships.kinds.${each.kind}`)));
  return [
    { what: t("standing.grants"), list: capacities },
    { what: t("standing.mentorships"), list: mentoring },
    { what: t("standing.appointments"), list: signing },
  ]
    .filter(({ list }) => list.length > 0)
    .map(({ what, list }) => t("standing.held", { what, list: list.join(t("comma")) }));
}
