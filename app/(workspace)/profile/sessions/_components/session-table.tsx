import { useLocale } from "next-intl";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { LedgerTable } from "@/components/ui/ledger-table";
import { Tag } from "@/components/ui/tag";
import { formatInstant } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { endSessionAction } from "../../actions";

type Session = { id: string; device: string; createdAt: Date; lastSeenAt: Date; endsAt: Date };

export function SessionTable({ sessions, currentId }: { sessions: readonly Session[]; currentId: string }) {
  const t = useTranslations("profile.sessions");
  const locale = useLocale();
  return (
    <LedgerTable
      caption={t("caption")}
      rows={sessions}
      rowKey={({ id }) => id}
      columns={[
        { id: "device", head: t("device"), isRowHead: true, cell: ({ device }) => device || t("unknown") },
        { id: "since", head: t("since"), cell: ({ createdAt }) => formatInstant(createdAt, locale) },
        { id: "last", head: t("lastSeen"), cell: ({ lastSeenAt }) => formatInstant(lastSeenAt, locale) },
        { id: "ends", head: t("ends"), cell: ({ endsAt }) => formatInstant(endsAt, locale) },
        {
          id: "action",
          head: t("action"),
          cell: ({ id }) => (id === currentId ? <Tag>{t("here")}</Tag> : <EndSession sessionId={id} />),
        },
      ]}
    />
  );
}

function EndSession({ sessionId }: { sessionId: string }) {
  const t = useTranslations("profile.sessions");
  return (
    <Form action={endSessionAction}>
      <HiddenField name="sessionId" value={sessionId} />
      <SubmitButton look="refuse" size="small" pending={t("ending")}>
        {t("end")}
      </SubmitButton>
    </Form>
  );
}
