import { useLocale } from "next-intl";
import { SectionHeading } from "@/components/ui/section-heading";
import type { GrantedCapacity } from "@/lib/domain/capacity-grant";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { useTranslations } from "@/lib/platform/words";
import { teamName } from "./team-options";

type Held = { readonly endedAt: string | null; readonly team: { nameJa: string; nameEn: string } | null };
type Person = {
  readonly grants: readonly (Held & { readonly capacity: GrantedCapacity })[];
  readonly mentorships: readonly (Held & { readonly roleGroupCode: RoleGroupCode })[];
  readonly appointments: readonly (Held & { readonly kind: "countersigner" | "reviewer" })[];
  readonly enrolments: readonly { readonly endedOn: string | null }[];
  readonly openRequests: number;
};
type Props = { person: Person; roleGroupNames: Readonly<Record<RoleGroupCode, string>> };

/** What a person holds, shown before they are deactivated. */
export function WhatEnds({ person, roleGroupNames }: Props) {
  const t = useTranslations("people");
  const enrolments = person.enrolments.filter(({ endedOn }) => endedOn === null).length;
  const lists = useHeld(person, roleGroupNames);
  return (
    <>
      <section className="sec">
        <SectionHeading>{t("standing.whatEnds")}</SectionHeading>
        <ul className="mt-2 list-disc pl-5">
          <li>{t("standing.sessions")}</li>
          <li>{t("standing.requests", { requests: person.openRequests })}</li>
          {lists.map(({ what, list }) => (
            <li key={what}>{t("standing.held", { what, list: list.join(t("comma")) })}</li>
          ))}
          {lists.length === 0 && <li>{t("standing.nothingHeld")}</li>}
        </ul>
      </section>
      <section className="sec">
        <SectionHeading>{t("standing.whatStays")}</SectionHeading>
        <p className="mt-2">{t("standing.stays", { enrolments })}</p>
      </section>
    </>
  );
}

/** Only what has something in it. */
function useHeld({ grants, mentorships, appointments }: Person, roleGroupNames: Props["roleGroupNames"]) {
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
  ].filter(({ list }) => list.length > 0);
}
