import { CheckboxGroup } from "@/components/form/checkbox-group";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import type { Track } from "@/lib/domain/curriculum";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";

type Props = {
  enrolmentId: string;
  known: readonly Track[];
  tracks: readonly Track[];
  onceKey: string;
  action: FormAction;
};

/** Which work the enrolment covers from now on, and why. */
export function TrackForm({ enrolmentId, known, tracks, onceKey, action }: Props) {
  const t = useTranslations("tracks");
  const enrolments = useTranslations("enrolments");
  return (
    <Form action={action} onceKey={onceKey} className="narrow-page mt-4">
      <HiddenField name="enrolmentId" value={enrolmentId} />
      {tracks.map((track) => (
        <HiddenField key={track} name="seen[]" value={track} />
      ))}
      <CheckboxGroup
        name="tracks[]"
        label={t("tracks")}
        required
        hint={t("hint")}
        options={known.map((track) => ({ value: track, label: enrolments(`trackNames.${track}`) }))}
        defaultValues={tracks}
      />
      <TextArea name="reason" label={t("reason")} required max={2000} rows={3} />
      <div className="form-foot">
        <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}
