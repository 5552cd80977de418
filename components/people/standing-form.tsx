import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { LinkButton } from "@/components/ui/link-button";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";

type Props = { personId: string; act: "deactivate" | "reactivate"; action: FormAction };

export function StandingForm({ personId, act, action }: Props) {
  const t = useTranslations("people");
  return (
    <Form action={action} className="narrow-page mt-4">
      {act === "reactivate" && <p>{t("standing.backHint")}</p>}
      <HiddenField name="personId" value={personId} />
      <TextArea
        name="reason"
        label={t("standing.reason")}
        hint={t("standing.reasonHint")}
        required
        max={2000}
        rows={3}
      />
      <div className="form-foot">
        <SubmitButton look={act === "deactivate" ? "refuseFill" : "primary"} pending={t("standing.pending")}>
          {t(`standing.${act}`)}
        </SubmitButton>
        <LinkButton href={`/people/${personId}`} look="text">
          {t("edit.cancel")}
        </LinkButton>
      </div>
    </Form>
  );
}
