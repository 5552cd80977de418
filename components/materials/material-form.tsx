import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { RadioGroup } from "@/components/form/radio-group";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { MATERIAL_KINDS } from "@/lib/domain/material";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";

type Before = {
  kind: string;
  titleJa: string;
  titleEn: string;
  url: string | null;
  noteJa: string;
  noteEn: string;
};
type Props = { onceKey: string; before?: Before; action: FormAction; children: ReactNode };

/** Title, kind, link and note; `children` says where it stands. */
export function MaterialForm({ onceKey, before, action, children }: Props) {
  const t = useTranslations("materials");
  return (
    <Form action={action} onceKey={onceKey} className="narrow-page">
      {children}
      <TextField name="titleJa" label={t("titleJa")} required max={200} defaultValue={before?.titleJa ?? ""} />
      <TextField
        name="titleEn"
        label={t("titleEn")}
        hint={t("titleEnHint")}
        max={200}
        defaultValue={before?.titleEn ?? ""}
      />
      <RadioGroup
        name="kind"
        label={t("kind")}
        required
        options={MATERIAL_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        defaultValue={before?.kind ?? ""}
      />
      <TextField name="url" label={t("url")} hint={t("urlHint")} max={400} defaultValue={before?.url ?? ""} />
      <TextArea name="noteJa" label={t("noteJa")} max={500} rows={2} defaultValue={before?.noteJa ?? ""} />
      <TextArea name="noteEn" label={t("noteEn")} max={500} rows={2} defaultValue={before?.noteEn ?? ""} />
      <div className="form-foot">
        <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}
