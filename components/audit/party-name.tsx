import { useLocale } from "next-intl";
import type { Party } from "@/lib/domain/audit-entry";
import { formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

/** A person, a team, the system itself, or the start of an id that stands for something else. */
export function PartyName({ party }: { party: Party }) {
  const t = useTranslations("audit.party");
  const locale = useLocale();
  if (party.kind === "person") return formatName(party, locale);
  if (party.kind === "team") return locale === "ja" ? party.nameJa : party.nameEn;
  return party.kind === "system" ? t("system") : t("other", { id: party.id.slice(0, 8) });
}
