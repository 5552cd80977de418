import { useLocale } from "next-intl";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { LedgerTable } from "@/components/ui/ledger-table";
import { readingState } from "@/lib/domain/reading-grant";
import type { FormAction } from "@/lib/platform/action-state";
import { formatDay, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { ReadingRow } from "@/lib/reading/schema";

type Props = { grants: readonly ReadingRow[]; today: string; withdraw: FormAction };

/** The reason takes the room that there is. */
const NARROW = "whitespace-nowrap";

/** Grants, the one that lasts longest first; those that lapsed or were withdrawn stay to be seen. */
export function ReadingsTable({ grants, today, withdraw }: Props) {
  const t = useTranslations("reading");
  const locale = useLocale();
  return (
    <LedgerTable
      caption={t("caption")}
      rows={grants}
      rowKey={({ grantId }) => grantId}
      columns={[
        {
          id: "auditor",
          head: t("auditor"),
          isRowHead: true,
          className: NARROW,
          cell: ({ auditor, isOfTeam }) => (
            <>
              {formatName(auditor, locale)}
              {isOfTeam && <span className="small sub block">{t("ofTeam")}</span>}
            </>
          ),
        },
        { id: "from", head: t("from"), cell: ({ fromOn }) => formatDay(fromOn, locale), className: NARROW },
        { id: "to", head: t("to"), cell: ({ toOn }) => formatDay(toOn, locale), className: NARROW },
        {
          id: "state",
          head: t("state"),
          cell: (grant) => t(`states.${readingState(grant, today)}`),
          className: NARROW,
        },
        { id: "by", head: t("by"), cell: ({ by }) => formatName(by, locale), className: NARROW },
        { id: "reason", head: t("reason"), cell: ({ reason }) => reason },
        {
          id: "action",
          head: t("action"),
          cell: (grant) => <Withdraw grant={grant} today={today} withdraw={withdraw} />,
        },
      ]}
    />
  );
}

function Withdraw({ grant, today, withdraw }: { grant: ReadingRow; today: string; withdraw: FormAction }) {
  const t = useTranslations("reading");
  const state = readingState(grant, today);
  if (state === "over" || state === "withdrawn") return null;
  return (
    <Form action={withdraw}>
      <HiddenField name="grantId" value={grant.grantId} />
      <SubmitButton look="refuse" size="small" pending={t("pending")}>
        <span title={t("withdrawOf", { name: grant.auditor.name })}>{t("withdraw")}</span>
      </SubmitButton>
    </Form>
  );
}
