import { LinkButton } from "@/components/ui/link-button";
import { useTranslations } from "@/lib/platform/words";
import { ReadAll } from "./read-all";

export function InboxActs({ unread, now }: { unread: number; now: Date }) {
  const t = useTranslations("delivery.choices");
  return (
    <>
      {unread > 0 && <ReadAll until={now} />}
      <LinkButton href="/notices/choices">{t("title")}</LinkButton>
    </>
  );
}
