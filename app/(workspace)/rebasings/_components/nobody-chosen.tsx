import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { getTranslations } from "@/lib/platform/words";

/** The list was sent without a tick. */
export async function NobodyChosen() {
  const t = await getTranslations("rebasing");
  return (
    <>
      <PageHead title={t("previewTitle")} />
      <EmptyState title={t("nobody")} level={2} action={<LinkButton href="/rebasings">{t("back")}</LinkButton>}>
        {t("nobodyText")}
      </EmptyState>
    </>
  );
}
