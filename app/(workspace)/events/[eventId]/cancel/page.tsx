import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { requireOpenEvent } from "../../_components/own-event";
import { cancelEventAction } from "../../actions";

export const generateMetadata = titled("sharedEvents.cancel", "title");

export default async function CancelEventPage({ params }: PageProps<"/events/[eventId]/cancel">) {
  const actor = await requireActor();
  const { eventId, title } = await requireOpenEvent(actor, params);
  const t = await getTranslations("sharedEvents");
  return (
    <>
      <Breadcrumb
        label={t("where")}
        trail={[{ href: `/events/${eventId}`, label: title }, { label: t("cancel.title") }]}
      />
      <PageHead title={t("cancel.title")} />
      <p className="lead">{t("cancel.lead")}</p>
      <Form action={cancelEventAction} className="narrow-page">
        <HiddenField name="eventId" value={eventId} />
        <TextArea name="reason" label={t("cancel.reason")} required max={1000} rows={3} />
        <div className="form-foot">
          <SubmitButton look="refuse" pending={t("cancel.saving")}>
            {t("cancel.save")}
          </SubmitButton>
        </div>
      </Form>
    </>
  );
}
