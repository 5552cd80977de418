import { useLocale } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { formatDay, formatFacts, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { CompletionSeen, ReinstatementPage } from "@/lib/revocation/schema";

type Props = { completion: CompletionSeen; place: string; revoked?: ReinstatementPage["revoked"] };

/** Which sign-off or recognition it is about, and how it was revoked. */
export function CompletionFacts({ completion, place, revoked }: Props) {
  const t = useTranslations("revocation");
  const locale = useLocale();
  const { by, on, person, team } = completion;
  const done = t(by === "signOff" ? "signedOff" : "recognised", {
    day: formatDay(on, locale),
    name: formatName(person, locale),
  });
  return (
    <Facts
      facts={[
        { label: t("what"), value: formatFacts([place, done], locale) },
        { label: t("team"), value: locale === "ja" ? team.nameJa : team.nameEn },
        ...(revoked
          ? [
              {
                label: t("revoked"),
                value: t("revokedBy", { day: formatDay(revoked.on, locale), name: formatName(revoked.by, locale) }),
              },
              { label: t("revokedWhy"), value: revoked.reason },
            ]
          : []),
      ]}
    />
  );
}
