import { Facts } from "@/components/ui/facts";
import type { WebhookShown } from "@/lib/delivery/schema";
import { useTranslations } from "@/lib/platform/words";
import { TopicList } from "./topic-list";

/** All but its address, which is a secret; the signing secret is for the program that checks by it. */
export function WebhookFacts({ webhook }: { webhook: WebhookShown }) {
  const t = useTranslations("delivery.webhooks");
  const { kind, topics, locale, host, secret } = webhook;
  return (
    <>
      <Facts
        facts={[
          { label: t("kind"), value: t(`kinds.${kind}`) },
          { label: t("host"), value: host ?? t("unreadable") },
          { label: t("topics"), value: <TopicList topics={topics} /> },
          { label: t("locale"), value: t(`locales.${locale}`) },
          ...(secret === null ? [] : [{ label: t("secret"), value: <code className="wrap-anywhere">{secret}</code> }]),
        ]}
      />
      {secret !== null && <p className="small sub mt-2">{t("secretHint")}</p>}
    </>
  );
}
