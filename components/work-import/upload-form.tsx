import { useLocale } from "next-intl";
import { FileField } from "@/components/form/file-field";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { SectionHeading } from "@/components/ui/section-heading";
import type { FormAction } from "@/lib/platform/action-state";
import { formatBytes, formatNumber } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { WORK_FILE_BYTES, WORK_FILE_LINES } from "@/lib/work-import/schema";

type Props = { sourceId: string; action: FormAction; look: "primary" | "outline" };

/** The limits stand here before a file is chosen. */
export function UploadForm({ sourceId, action, look }: Props) {
  const t = useTranslations("workImport.upload");
  const limits = { bytes: formatBytes(WORK_FILE_BYTES), lines: formatNumber(WORK_FILE_LINES, useLocale()) };
  return (
    <section className="sec">
      <SectionHeading>{t("title")}</SectionHeading>
      <Form action={action} className="narrow-page mt-2">
        <HiddenField name="sourceId" value={sourceId} />
        <FileField name="file" label={t("file")} accept=".csv,text/csv" required hint={t("hint", limits)} />
        <div className="form-foot">
          <SubmitButton look={look} pending={t("pending")}>
            {t("submit")}
          </SubmitButton>
        </div>
      </Form>
    </section>
  );
}
