import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import type { ImportCounts, ImportKind } from "@/lib/domain/csv-import";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";

type Props = {
  kind: ImportKind;
  seen: string;
  counts: ImportCounts;
  readable: boolean;
  importFile: FormAction;
  discard: FormAction;
};

/** Imports the whole file, once every line is clean; or forgets it. */
export function ImportDecision({ kind, seen, counts, readable, importFile, discard }: Props) {
  const t = useTranslations("import.preview");
  const acts = counts.new + counts.changed;
  return (
    <div className="mt-4 flex flex-wrap items-start gap-4">
      {readable && counts.bad === 0 && acts > 0 && (
        <Form action={importFile}>
          <HiddenField name="kind" value={kind} />
          <HiddenField name="seen" value={seen} />
          <SubmitButton pending={t("pending")}>{t("submit", { count: acts })}</SubmitButton>
          {acts > 500 && <p className="hint">{t("wait")}</p>}
        </Form>
      )}
      <Form action={discard}>
        <HiddenField name="kind" value={kind} />
        <SubmitButton look="text" pending={t("discarding")}>
          {t("discard")}
        </SubmitButton>
      </Form>
    </div>
  );
}
