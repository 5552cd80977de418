import { EmptyState } from "@/components/ui/empty-state";
import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { SectionHeading } from "@/components/ui/section-heading";
import type { WebhookRow } from "@/lib/delivery/schema";
import { useTranslations } from "@/lib/platform/words";
import { TopicList } from "./topic-list";

/** The targets besides people, with what still waits for each. */
export function WebhookSection({ webhooks }: { webhooks: readonly WebhookRow[] }) {
  const t = useTranslations("delivery.webhooks");
  const add = (
    <LinkButton href="/delivery/webhooks/new" look="outline">
      {t("add")}
    </LinkButton>
  );
  return (
    <section className="sec">
      <SectionHeading note={t("note")} end={webhooks.length > 0 && add}>
        {t("heading")}
      </SectionHeading>
      {webhooks.length === 0 ? (
        <EmptyState title={t("none")} action={add}>
          {t("noneText")}
        </EmptyState>
      ) : (
        <LedgerTable
          caption={t("caption")}
          rows={webhooks}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "name",
              head: t("name"),
              isRowHead: true,
              cell: ({ id, name }) => <Link href={`/delivery/webhooks/${id}`}>{name}</Link>,
            },
            { id: "kind", head: t("kind"), cell: ({ kind }) => t(`kinds.${kind}`) },
            { id: "topics", head: t("topics"), cell: ({ topics }) => <TopicList topics={topics} /> },
            { id: "waiting", head: t("waiting"), isNumber: true, cell: ({ waiting }) => waiting },
          ]}
        />
      )}
    </section>
  );
}
