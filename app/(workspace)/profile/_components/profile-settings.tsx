import { useLocale, useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { Form } from "@/components/form/form";
import { RadioGroup } from "@/components/form/radio-group";
import { SubmitButton } from "@/components/form/submit-button";
import { SectionHeading } from "@/components/ui/section-heading";
import { LOCALES } from "@/lib/platform/format";
import { saveKeysAction, saveLocaleAction } from "../actions";

/** Language and keys. Brightness is a matter of the device: it is in the menu of every page. */
export function ProfileSettings({ keyShortcuts }: { keyShortcuts: boolean }) {
  const t = useTranslations("profile");
  const languages = LOCALES.map((value) => ({ value, label: t(`languages.${value}`) }));
  return (
    <section className="sec">
      <SectionHeading>{t("settings")}</SectionHeading>
      <Form action={saveLocaleAction} className="mt-4">
        <RadioGroup name="locale" label={t("language")} unmarked defaultValue={useLocale()} options={languages} />
        <div className="form-foot">
          <SubmitButton look="outline" pending={t("saving")}>
            {t("save")}
          </SubmitButton>
        </div>
      </Form>
      <Form action={saveKeysAction} className="mt-8">
        <Checkbox name="keyShortcuts" label={t("keysOn")} hint={t("keysHint")} defaultChecked={keyShortcuts} />
        <div className="form-foot">
          <SubmitButton look="outline" pending={t("saving")}>
            {t("save")}
          </SubmitButton>
        </div>
      </Form>
    </section>
  );
}
