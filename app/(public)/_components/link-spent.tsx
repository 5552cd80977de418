import { LinkButton } from "@/components/ui/link-button";
import { Message } from "@/components/ui/message";
import { useTranslations } from "@/lib/platform/words";

/** The link was used, ran out or was replaced: which of them is nobody's business. */
export function LinkSpent() {
  const t = useTranslations("identity.spent");
  return (
    <>
      <Message tone="wait" title={t("why")} why={t("next")} />
      <p className="mt-6">
        <LinkButton href="/sign-in">{t("signIn")}</LinkButton>
      </p>
    </>
  );
}
