import { TextArea } from "@/components/form/text-area";
import type { FormValues } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";
import { textOf } from "./defaults";

/** 証跡: a link or a ticket number on each line. */
export function EvidenceField({ defaults, rows }: { defaults: FormValues; rows: number }) {
  const t = useTranslations("records.form");
  return (
    <TextArea
      name="evidence"
      label={t("evidence")}
      hint={t("evidenceHint")}
      beside
      max={20_000}
      rows={rows}
      textarea={{ className: "lines" }}
      defaultValue={textOf(defaults, "evidence")}
    />
  );
}
