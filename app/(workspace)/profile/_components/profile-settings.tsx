import { useLocale } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { Form } from "@/components/form/form";
import { RadioGroup } from "@/components/form/radio-group";
import { SubmitButton } from "@/components/form/submit-button";
import { THEMES, type Theme } from "@/components/layout/shell-props";
import { SectionHeading } from "@/components/ui/section-heading";
import { LOCALES } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { setThemeAction } from "../../actions";
import { saveKeysAction, saveLocaleAction } from "../actions";

/** Language, brightness of this device, and keys. */
export function ProfileSettings({ keyShortcuts, theme }: { keyShortcuts: boolean; theme: Theme }) {
  const t = useTranslations("profile");
  const languages = LOCALES.map((value) => ({ value, label: t(`languages.${value}`) }));
  const themes = THEMES.map((value) => ({ value, label: t(`themes.${value}`) }));
  return (
    <section className="sec">
      <SectionHeading>{t("settings")}</SectionHeading>
      <Form action={saveLocaleAction} className="setting mt-4">
        <RadioGroup name="locale" label={t("language")} unmarked defaultValue={useLocale()} options={languages} />
        <div className="form-foot">
          <SubmitButton look="outline" pending={t("saving")}>
            {t("save")}
          </SubmitButton>
        </div>
      </Form>
      <Form action={setThemeAction} className="setting mt-6">
        <RadioGroup name="theme" label={t("theme")} unmarked defaultValue={theme} options={themes} />
        <div className="form-foot">
          <SubmitButton look="outline" pending={t("saving")}>
            {t("save")}
          </SubmitButton>
        </div>
      </Form>
      <Form action={saveKeysAction} className="setting mt-6">
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
