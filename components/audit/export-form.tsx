import { DateField } from "@/components/form/date-field";
import { Fieldset } from "@/components/form/fieldset";
import { RadioGroup } from "@/components/form/radio-group";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { EXPORT_FORMATS } from "@/lib/audit/schema";
import { useTranslations } from "@/lib/platform/words";
import { useActionOptions } from "./audit-search";

/** The whole trail or a part of it, as a file. */
export function ExportForm() {
  const t = useTranslations("audit.exporting");
  const filter = useTranslations("audit.filter");
  const formats = EXPORT_FORMATS.map((value) => ({ value, label: t(value) }));
  return (
    <form method="post" action="/api/audit/export" className="narrow-page">
      <RadioGroup name="format" label={t("format")} options={formats} defaultValue="jsonl" unmarked />
      <Fieldset legend={t("range")} className="mt-5">
        <p className="hint">{t("rangeHint")}</p>
        <TextField name="q" label={filter("q")} hint={filter("qHint")} unmarked />
        <SelectField
          name="action"
          label={filter("action")}
          placeholder={filter("allActions")}
          options={useActionOptions()}
          unmarked
        />
        <DateField name="from" label={filter("from")} unmarked />
        <DateField name="to" label={filter("to")} unmarked />
      </Fieldset>
      <div className="form-foot">
        <Button type="submit" look="primary">
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
