import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { useTranslations } from "@/lib/platform/words";
import { cancelEventAction } from "../actions";

/** Takes an event back, for a reason. */
export function CancelEvent({ eventId }: { eventId: string }) {
  const t = useTranslations("sharedEvents.cancel");
  return (
    <Form action={cancelEventAction} className="narrow-page">
      <HiddenField name="eventId" value={eventId} />
      <TextArea name="reason" label={t("reason")} required max={1000} rows={3} />
      <div className="form-foot">
        <SubmitButton look="refuse" pending={t("saving")}>
          {t("save")}
        </SubmitButton>
      </div>
    </Form>
  );
}
