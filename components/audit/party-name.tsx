import { useLocale } from "next-intl";
import type { Party } from "@/lib/domain/audit-entry";
import { formatDay, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

/** A person, a team, the system itself, a shared event or drill by kind and day, or the end of an id that stands for something else. */
export function PartyName({ party }: { party: Party }) {
  const t = useTranslations("audit.party");
  const kinds = useTranslations("records.kinds");
  const locale = useLocale();
  if (party.kind === "person") return formatName(party, locale);
  if (party.kind === "team") return locale === "ja" ? party.nameJa : party.nameEn;
  if (party.kind === "system") return t("system");
  const id = party.id.slice(-8);
  if (party.kind === "other") return t("other", { id });
  return t(party.kind, { kind: kinds(party.of), day: formatDay(party.on, locale), id });
}
