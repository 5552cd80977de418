import { useLocale } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { formatDay, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { SignedStep } from "@/lib/signed-step/schema";

/** So much of a digest tells one revision from another. */
const DIGEST_SHOWN = 12;

/** Who asked, signed and countersigned, and by which edition, words and values it was measured. */
export function SignedFacts({ signed }: { signed: SignedStep }) {
  const t = useTranslations("signedStep");
  const locale = useLocale();
  const { asked, mentor, countersigned, rested, team } = signed;
  const said = ({ by, on }: typeof asked | typeof mentor, comment = "") =>
    [t("actOn", { name: formatName(by, locale), day: formatDay(on, locale, { weekday: true }) }), comment]
      .filter((text) => text !== "")
      .join(" ");
  const digest = (text: string | undefined) => (
    <code title={text ?? ""}>{text?.slice(0, DIGEST_SHOWN) ?? t("none")}</code>
  );
  return (
    <Facts
      facts={[
        { label: t("asked"), value: said(asked, asked.note) },
        {
          label: t("mentor"),
          value: said(mentor, [mentor.byReviewer ? t("byReviewer") : "", mentor.comment].join(" ").trim()),
        },
        ...(countersigned
          ? [
              {
                label: t("countersigned"),
                value: [
                  t("actOn", {
                    name: formatName(countersigned.by, locale),
                    day: formatDay(countersigned.on, locale, { weekday: true }),
                  }),
                  countersigned.comment,
                ].join(" "),
              },
            ]
          : []),
        { label: t("team"), value: locale === "ja" ? team.nameJa : team.nameEn },
        ...(rested.openedOn ? [{ label: t("opened"), value: formatDay(rested.openedOn, locale) }] : []),
        { label: t("edition"), value: digest(rested.edition) },
        { label: t("wording"), value: digest(rested.wording) },
      ]}
    />
  );
}
