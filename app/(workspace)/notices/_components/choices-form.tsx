import { Fieldset } from "@/components/form/fieldset";
import { Form } from "@/components/form/form";
import { RadioGroup } from "@/components/form/radio-group";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import type { OwnChoices } from "@/lib/delivery/schema";
import { NOTICE_WAYS } from "@/lib/domain/delivery";
import { NOTICE_TOPICS } from "@/lib/domain/notice-kind";
import { useTranslations } from "@/lib/platform/words";
import { chooseDeliveryAction } from "../actions";

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const shown = (hour: number | null) => (hour === null ? "" : String(hour));

/** For each topic a way; when no mail shall come; when the daily mail does. */
export function ChoicesForm({ choices }: { choices: OwnChoices }) {
  const t = useTranslations("delivery");
  const ways = NOTICE_WAYS.map((value) => ({ value, label: t(`ways.${value}`) }));
  const hours = HOURS.map((hour) => ({ value: String(hour), label: t("choices.hour", { hour }) }));
  const quiet = (name: "quietFrom" | "quietTo", label: string) => (
    <SelectField
      name={name}
      label={label}
      unmarked
      options={hours}
      placeholder={t("choices.noQuiet")}
      defaultValue={shown(choices[name])}
    />
  );
  return (
    <Form action={chooseDeliveryAction} className="narrow-page">
      {NOTICE_TOPICS.map((topic) => (
        <RadioGroup
          key={topic}
          name={`way.${topic}`}
          label={t(`topics.${topic}`)}
          hint={t(`topicHints.${topic}`)}
          unmarked
          defaultValue={choices.ways[topic]}
          options={ways}
        />
      ))}
      <Fieldset legend={t("choices.quiet")} className="mt-8">
        <p className="small sub mb-3">{t("choices.quietNote")}</p>
        {quiet("quietFrom", t("choices.from"))}
        {quiet("quietTo", t("choices.to"))}
      </Fieldset>
      <Fieldset legend={t("choices.digest")}>
        <SelectField
          name="digestHour"
          label={t("choices.digestAt")}
          unmarked
          options={hours}
          placeholder={false}
          defaultValue={String(choices.digestHour)}
        />
      </Fieldset>
      <div className="form-foot">
        <SubmitButton pending={t("choices.saving")} hint="Ctrl ↵">
          {t("choices.save")}
        </SubmitButton>
      </div>
    </Form>
  );
}
