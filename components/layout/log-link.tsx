import { LinkButton } from "@/components/ui/link-button";
import { useTranslations } from "@/lib/platform/words";

/** 実績を記録, from anywhere. */
export function LogLink({ hasKeys = false }: { hasKeys?: boolean }) {
  const t = useTranslations("shell");
  return (
    <LinkButton
      size="small"
      href="/my-training/records/new"
      {...(hasKeys && { "data-key": "n", "aria-keyshortcuts": "n", hint: "N" })}
    >
      {t("log")}
    </LinkButton>
  );
}
