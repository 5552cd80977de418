import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";

/** Ends every session but this one. */
export function EndOthers({ end }: { end: FormAction }) {
  const t = useTranslations("profile.sessions");
  return (
    <Form action={end} className="mt-4">
      <SubmitButton look="refuse" pending={t("ending")}>
        {t("endOthers")}
      </SubmitButton>
    </Form>
  );
}
