import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { useTranslations } from "@/lib/platform/words";

/** Nobody at all, or nobody who was searched for. */
export function NoTrainees({ q }: { q: string | null }) {
  const t = useTranslations("trainees");
  const key = q === null ? "empty" : "noHit";
  return (
    <EmptyState
      level={2}
      title={t(`${key}.title`)}
      action={<LinkButton href={q === null ? "/curriculum" : "/trainees"}>{t(`${key}.action`)}</LinkButton>}
    >
      {q === null ? t("empty.text") : t("noHit.text", { q })}
    </EmptyState>
  );
}
