import { useLocale } from "next-intl";
import { DateField } from "@/components/form/date-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import type { AuditFilter } from "@/lib/audit/schema";
import { messagesIn } from "@/lib/platform/messages";
import { useTranslations } from "@/lib/platform/words";

/** Every action that has words, by its words. */
export function useActionOptions() {
  const locale = useLocale();
  return Object.entries(messagesIn(locale).events)
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}

/** Who, what, when and which number, in the address. */
export function AuditSearch({ filter }: { filter: AuditFilter }) {
  const t = useTranslations("audit.filter");
  return (
    <search aria-label={t("label")}>
      <form method="get" action="/audit" className="find-row">
        <TextField
          name="q"
          label={t("q")}
          hint={t("qHint")}
          className="find-words"
          defaultValue={filter.q ?? ""}
          unmarked
        />
        <SelectField
          name="action"
          className="wide"
          label={t("action")}
          placeholder={t("allActions")}
          defaultValue={filter.action ?? ""}
          options={useActionOptions()}
          unmarked
        />
        <DateField name="from" label={t("from")} defaultValue={filter.from ?? ""} unmarked />
        <DateField name="to" label={t("to")} defaultValue={filter.to ?? ""} unmarked />
        <TextField
          name="number"
          label={t("number")}
          defaultValue={filter.number?.toString() ?? ""}
          size="short"
          unmarked
        />
        <Button type="submit">{t("apply")}</Button>
      </form>
    </search>
  );
}
