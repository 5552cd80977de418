import { useLocale } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { LinkButton } from "@/components/ui/link-button";
import { SectionHeading } from "@/components/ui/section-heading";
import type { PersonProfile } from "@/lib/domain/person";
import { formatDay } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Props = { profile: PersonProfile; editHref: string | null };

export function PersonFacts({ profile, editHref }: Props) {
  const t = useTranslations("people");
  const locale = useLocale();
  const { endsOn } = profile;
  const texts = (["name", "reading", "latinName", "email", "employeeNumber"] as const).map((field) => ({
    label: t(`fields.${field}`),
    value: profile[field] || t("none"),
  }));
  const facts = [
    ...texts,
    { label: t("fields.locale"), value: t(`languages.${profile.locale}`) },
    { label: t("fields.affiliation"), value: t(`affiliations.${profile.affiliation}`) },
    {
      label: t("fields.endsOn"),
      value: endsOn === null ? t("none") : formatDay(endsOn, locale, { weekday: true }),
    },
  ];
  return (
    <section className="sec">
      <SectionHeading
        end={
          editHref && (
            <LinkButton href={editHref} size="small">
              {t("profile.edit")}
            </LinkButton>
          )
        }
      >
        {t("profile.title")}
      </SectionHeading>
      <Facts facts={facts} className="mt-3" />
    </section>
  );
}
