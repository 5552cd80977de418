import { PlainPage } from "@/components/layout/plain-page";
import { LinkButton } from "@/components/ui/link-button";
import { useTranslations } from "@/lib/platform/words";

export default function NotFound() {
  const t = useTranslations("errors.notFound");
  return (
    <PlainPage title={t("title")} lead={t("why")}>
      <LinkButton look="primary" href="/">
        {t("home")}
      </LinkButton>
    </PlainPage>
  );
}
