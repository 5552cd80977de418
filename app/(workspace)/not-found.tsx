import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { useTranslations } from "@/lib/platform/words";

export default function NotFound() {
  const t = useTranslations("errors.notFound");
  return (
    <>
      <PageHead title={t("title")} sub={t("why")} />
      <LinkButton look="primary" href="/">
        {t("home")}
      </LinkButton>
    </>
  );
}
