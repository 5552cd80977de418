import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";

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
