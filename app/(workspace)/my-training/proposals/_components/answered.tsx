import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { useTranslations } from "@/lib/platform/words";

/** Nothing is left to confirm: it was answered, or its event ended. */
export function Answered({ why }: { why: "answered" | "ended" }) {
  const t = useTranslations("sharedEvents.proposal");
  const records = <LinkButton href="/my-training/records">{t("records")}</LinkButton>;
  return (
    <EmptyState title={t(why)} level={2} action={records}>
      {t(`${why}Text`)}
    </EmptyState>
  );
}
