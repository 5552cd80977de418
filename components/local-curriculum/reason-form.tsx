import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";

type Props = { action: FormAction; onceKey?: string; of: "exempt" | "withdraw"; children: ReactNode };

/** Exempting an item, or taking a local change back: both need a reason. */
export function ReasonForm({ action, onceKey, of, children }: Props) {
  const t = useTranslations("localCurriculum");
  return (
    <Form action={action} className="narrow-page" {...(onceKey !== undefined && { onceKey })}>
      {children}
      <TextArea name="reason" label={t("why")} required max={2000} rows={3} />
      <div className="form-foot">
        <SubmitButton look="refuse" pending={t("saving")}>
          {t(of)}
        </SubmitButton>
      </div>
    </Form>
  );
}
