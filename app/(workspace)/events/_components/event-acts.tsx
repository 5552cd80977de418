import { LinkButton } from "@/components/ui/link-button";
import { useTranslations } from "@/lib/platform/words";

/** What whoever logged it can still do with the whole event. */
export function EventActs({ eventId }: { eventId: string }) {
  const t = useTranslations("sharedEvents.page");
  return (
    <>
      <LinkButton href={`/events/${eventId}/correct`}>{t("correct")}</LinkButton>
      <LinkButton look="refuse" href={`/events/${eventId}/cancel`}>
        {t("cancel")}
      </LinkButton>
    </>
  );
}
