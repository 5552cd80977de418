import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { useTranslations } from "@/lib/platform/words";

/** Nothing waits, of this kind or at all. */
export function EmptyDesk({ isTab }: { isTab: boolean }) {
  const t = useTranslations("reviews.empty");
  return (
    <div className="p-6">
      <EmptyState
        level={2}
        title={t(isTab ? "tabTitle" : "title")}
        action={
          <LinkButton href={isTab ? "/reviews" : "/trainees"} look="outline">
            {t(isTab ? "toAll" : "toTrainees")}
          </LinkButton>
        }
      >
        {t(isTab ? "tabText" : "text")}
      </EmptyState>
    </div>
  );
}
