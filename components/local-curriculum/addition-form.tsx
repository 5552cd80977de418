import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { RadioGroup } from "@/components/form/radio-group";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import type { Track } from "@/lib/domain/curriculum";
import type { Section } from "@/lib/domain/local-curriculum";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";

type Props = {
  section: Section;
  tracks: readonly { code: Track; name: string }[];
  onceKey: string;
  action: FormAction;
  /** For whom, and where. */
  children: ReactNode;
  /** How a criterion is measured. */
  rule?: ReactNode;
};

/** An item of the organisation's own: what it says, how a criterion is measured, why it is added. */
export function AdditionForm({ section, tracks, onceKey, action, children, rule }: Props) {
  const t = useTranslations("localCurriculum");
  return (
    <Form action={action} onceKey={onceKey} className="narrow-page">
      {children}
      {section === "criterion" && (
        <>
          <TextField name="titleJa" label={t("titleJa")} required hint={t("titleHint")} max={16} />
          <TextField name="titleEn" label={t("titleEn")} max={40} />
        </>
      )}
      <TextArea name="textJa" label={t("textJa")} required max={500} rows={2} />
      <TextArea name="textEn" label={t("textEn")} hint={t("textEnHint")} max={500} rows={2} />
      <SectionFields section={section} tracks={tracks} />
      {rule}
      <TextArea name="noteJa" label={t("noteJa")} max={500} rows={2} />
      <TextArea name="noteEn" label={t("noteEn")} max={500} rows={2} />
      <TextArea name="reason" label={t("why")} required hint={t("whyHint")} max={2000} rows={3} />
      <div className="form-foot">
        <SubmitButton pending={t("saving")}>{t("add")}</SubmitButton>
      </div>
    </Form>
  );
}

function SectionFields({ section, tracks }: Pick<Props, "section" | "tracks">) {
  const t = useTranslations("localCurriculum");
  const kinds = useTranslations("curriculum.taskKinds");
  return (
    <>
      {section === "task" && (
        <RadioGroup
          name="kind"
          label={t("taskKind")}
          required
          options={(["study", "work"] as const).map((kind) => ({ value: kind, label: kinds(kind) }))}
          defaultValue="study"
        />
      )}
      {section === "reference" && (
        <>
          <TextField name="publisher" label={t("publisher")} max={200} />
          <TextField name="url" label={t("url")} max={400} />
        </>
      )}
      {section !== "topic" && tracks.length > 0 && (
        <RadioGroup
          name="track"
          label={t("track")}
          options={[
            { value: "", label: t("bothTracks") },
            ...tracks.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          defaultValue=""
        />
      )}
    </>
  );
}
