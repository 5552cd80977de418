import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useTranslations } from "@/lib/platform/words";
import { readAllNoticesAction } from "../actions";

/** Marks read what stood when the page was asked for. */
export function ReadAll({ until }: { until: Date }) {
  const t = useTranslations("inbox");
  return (
    <Form action={readAllNoticesAction}>
      <HiddenField name="until" value={until.toISOString()} />
      <SubmitButton look="plain" pending={t("reading")}>
        {t("readAll")}
      </SubmitButton>
    </Form>
  );
}
