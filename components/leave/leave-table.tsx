import { useLocale } from "next-intl";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Disclosure } from "@/components/ui/disclosure";
import { LedgerTable } from "@/components/ui/ledger-table";
import { isOnLeave } from "@/lib/domain/leave";
import type { LeaveRow } from "@/lib/leave/schema";
import type { FormAction } from "@/lib/platform/action-state";
import { formatDay, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

export type LeaveActions = { end: FormAction; withdraw: FormAction };
type Props = { leaves: readonly LeaveRow[]; today: string; actions: LeaveActions };

const stateOf = (leave: LeaveRow, today: string) => {
  if (isOnLeave([leave], today)) return "now";
  return leave.fromOn > today ? "ahead" : "over";
};

export function LeaveTable({ leaves, today, actions }: Props) {
  const t = useTranslations("leave");
  const locale = useLocale();
  return (
    <LedgerTable
      caption={t("caption")}
      rows={leaves}
      rowKey={({ leaveId }) => leaveId}
      columns={[
        { id: "from", head: t("from"), isRowHead: true, cell: ({ fromOn }) => formatDay(fromOn, locale) },
        { id: "to", head: t("to"), cell: ({ toOn }) => (toOn === null ? t("open") : formatDay(toOn, locale)) },
        { id: "state", head: t("state"), cell: (leave) => t(`states.${stateOf(leave, today)}`) },
        {
          id: "by",
          head: t("by"),
          cell: ({ byName, byLatinName }) => formatName({ name: byName, latinName: byLatinName }, locale),
        },
        {
          id: "action",
          head: t("action"),
          cell: (leave) =>
            stateOf(leave, today) === "over" ? "" : <Change leave={leave} today={today} actions={actions} />,
        },
      ]}
    />
  );
}

function Change({ leave, today, actions }: { leave: LeaveRow; today: string; actions: LeaveActions }) {
  const t = useTranslations("leave");
  const day = formatDay(leave.fromOn, useLocale());
  const { leaveId, fromOn, toOn } = leave;
  return (
    <Disclosure summary={<span title={t("endOf", { day })}>{t("end")}</span>}>
      <Form action={actions.end}>
        <HiddenField name="leaveId" value={leaveId} />
        <DateField name="toOn" label={t("to")} required defaultValue={toOn ?? (fromOn > today ? fromOn : today)} />
        <div className="form-foot">
          <SubmitButton look="outline" size="small" pending={t("pending")}>
            {t("endSubmit")}
          </SubmitButton>
        </div>
      </Form>
      <Form action={actions.withdraw} className="mt-4">
        <HiddenField name="leaveId" value={leaveId} />
        <p className="small">{t("withdrawWhy")}</p>
        <div className="form-foot">
          <SubmitButton look="refuse" size="small" pending={t("pending")}>
            <span title={t("withdrawOf", { day })}>{t("withdraw")}</span>
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
