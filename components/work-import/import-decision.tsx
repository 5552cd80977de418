import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";
import type { WorkPreview } from "@/lib/work-import/schema";

type Props = { sourceId: string; preview: WorkPreview; importWork: FormAction; discard: FormAction };

/** Imports the file, or all of it but the bad lines that stand above; or forgets it. */
export function ImportDecision({ sourceId, preview, importWork, discard }: Props) {
  const t = useTranslations("workImport.preview");
  const { counts, problems, file, badKey } = preview;
  const acts = counts.new + counts.changed;
  return (
    <div className="mt-4 flex flex-wrap items-start gap-4">
      {problems.length === 0 && acts > 0 && (
        <Form action={importWork}>
          <HiddenField name="sourceId" value={sourceId} />
          <HiddenField name="seen" value={file.seen} />
          {badKey !== null && <HiddenField name="leaveOut" value={badKey} />}
          <SubmitButton pending={t("pending")} look={badKey === null ? "primary" : "outline"}>
            {badKey === null ? t("submit", { count: acts }) : t("leaveOut", { bad: counts.bad, count: acts })}
          </SubmitButton>
          {badKey !== null && <p className="hint">{t("leaveOutNote")}</p>}
          {acts > 1000 && <p className="hint">{t("wait")}</p>}
        </Form>
      )}
      <Form action={discard}>
        <HiddenField name="sourceId" value={sourceId} />
        <SubmitButton look="text" pending={t("discarding")}>
          {t("discard")}
        </SubmitButton>
      </Form>
    </div>
  );
}
