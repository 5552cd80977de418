import { EmptyState } from "@/components/ui/empty-state";
import { useTranslations } from "@/lib/platform/words";

/** Nobody has opened the reader's records. */
export function NoVisits() {
  const t = useTranslations("profile.visits");
  return (
    <EmptyState level={2} title={t("empty")}>
      {t("emptyWhy")}
    </EmptyState>
  );
}
