import { useLocale } from "next-intl";
import { Facts } from "@/components/ui/facts";
import type { Affiliation } from "@/lib/domain/person";
import { formatDay } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Profile = {
  name: string;
  reading: string;
  latinName: string;
  email: string;
  employeeNumber: string | null;
  affiliation: Affiliation;
  endsOn: string | null;
  teams: readonly { nameJa: string; nameEn: string }[];
};

/** What the organisation says about the reader; an administrator changes it. */
export function ProfileFacts({ profile }: { profile: Profile }) {
  const t = useTranslations("profile");
  const locale = useLocale();
  const { employeeNumber, endsOn, teams } = profile;
  const teamNames = teams.map((team) => (locale === "ja" ? team.nameJa : team.nameEn));
  const facts = [
    { label: t("facts.name"), value: profile.name },
    { label: t("facts.reading"), value: profile.reading },
    { label: t("facts.latinName"), value: profile.latinName },
    { label: t("facts.email"), value: profile.email },
    { label: t("facts.employeeNumber"), value: employeeNumber ?? t("facts.none") },
    { label: t("facts.affiliation"), value: t(`affiliations.${profile.affiliation}`) },
    { label: t("facts.teams"), value: teamNames.join(locale === "ja" ? "、" : ", ") || t("facts.none") },
    ...(endsOn === null ? [] : [{ label: t("facts.endsOn"), value: formatDay(endsOn, locale, { weekday: true }) }]),
  ];
  return (
    <section className="sec">
      <Facts facts={facts} />
      <p className="small mt-2">{t("factsNote")}</p>
    </section>
  );
}
