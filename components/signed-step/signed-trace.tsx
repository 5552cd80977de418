import { useLocale } from "next-intl";
import { Note } from "@/components/ui/note";
import { formatDay, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { SignedStep } from "@/lib/signed-step/schema";

/** What became of the decision afterwards. */
export function SignedTrace({ revocations }: Pick<SignedStep, "revocations">) {
  const t = useTranslations("signedStep");
  const locale = useLocale();
  return revocations.map(({ id, by, on, reason, reinstated }) => (
    <Note key={id} tone={reinstated ? "plain" : "back"}>
      {t("revoked", { day: formatDay(on, locale), name: formatName(by, locale), reason })}
      {reinstated &&
        ` ${t("reinstated", {
          day: formatDay(reinstated.on, locale),
          name: formatName(reinstated.by, locale),
          reason: reinstated.reason,
        })}`}
    </Note>
  ));
}
