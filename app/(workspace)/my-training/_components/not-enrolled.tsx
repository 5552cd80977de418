import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { useTranslations } from "@/lib/platform/words";

/** For who has no enrolment: whom to ask, and what can be read meanwhile. */
export function NotEnrolled() {
  const t = useTranslations("training.empty");
  return (
    <EmptyState
      title={t("noEnrolment")}
      level={2}
      action={
        <LinkButton look="primary" href="/curriculum">
          {t("curriculum")}
        </LinkButton>
      }
    >
      {t("noEnrolmentWhy")}
    </EmptyState>
  );
}
