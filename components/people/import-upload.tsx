import { useLocale } from "next-intl";
import { FileField } from "@/components/form/file-field";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { IMPORT_MAX_BYTES, IMPORT_MAX_LINES, type ImportKind } from "@/lib/domain/csv-import";
import type { FormAction } from "@/lib/platform/action-state";
import { formatBytes, formatNumber } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Props = { kind: ImportKind; action: FormAction; look: "primary" | "outline" };

/** The limits stand here before a file is chosen. */
export function ImportUpload({ kind, action, look }: Props) {
  const t = useTranslations("import.upload");
  const lines = formatNumber(IMPORT_MAX_LINES[kind], useLocale());
  return (
    <Form action={action} className="narrow-page mt-8">
      <HiddenField name="kind" value={kind} />
      <FileField
        name="file"
        label={t("file")}
        accept=".csv,text/csv"
        required
        hint={t("hint", { bytes: formatBytes(IMPORT_MAX_BYTES), lines })}
      />
      <div className="form-foot">
        <SubmitButton look={look} pending={t("pending")}>
          {t("submit")}
        </SubmitButton>
        <a className="btn txt" href={`/people/import/${kind}/template`} download>
          {t("template")}
        </a>
      </div>
    </Form>
  );
}
