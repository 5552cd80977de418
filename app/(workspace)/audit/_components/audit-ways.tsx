import { LinkButton } from "@/components/ui/link-button";
import { useTranslations } from "@/lib/platform/words";

/** From the trail to its verification and to its export. */
export function AuditWays() {
  const t = useTranslations("audit");
  return (
    <>
      <LinkButton href="/audit/verification">{t("verification")}</LinkButton>
      <LinkButton href="/audit/export">{t("export")}</LinkButton>
    </>
  );
}
