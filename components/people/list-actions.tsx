import { LinkButton } from "@/components/ui/link-button";
import { useTranslations } from "@/lib/platform/words";

/** What an administrator does with the whole list. */
export function ListActions({ of }: { of: "people" | "teams" }) {
  const t = useTranslations(of);
  return (
    <>
      <LinkButton href="/people/import">{t("import")}</LinkButton>
      <LinkButton href={`/${of}/new`} look="primary">
        {t("add")}
      </LinkButton>
    </>
  );
}
