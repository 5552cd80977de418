import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { useTranslations } from "@/lib/platform/words";

/** Where nobody is in training there is nothing to be short of yet. */
export function NobodyEnrolled() {
  const t = useTranslations("readiness");
  return (
    <EmptyState level={2} title={t("empty")} action={<LinkButton href="/enrolments">{t("emptyAct")}</LinkButton>}>
      {t("emptyText")}
    </EmptyState>
  );
}
