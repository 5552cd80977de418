import { Fieldset } from "@/components/form/fieldset";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { RadioGroup } from "@/components/form/radio-group";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { PasswordFields } from "@/components/people/password-fields";
import { LOCALES, type Locale } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { setUpAction } from "../actions";

type Props = { token: string; locale: Locale };

export function SetUpForm({ token, locale }: Props) {
  const t = useTranslations("identity");
  return (
    <Form action={setUpAction}>
      <HiddenField name="token" value={token} />
      <Fieldset legend={t("setUp.organisation")}>
        <TextField
          name="organisationJa"
          label={t("setUp.nameJa")}
          hint={t("setUp.organisationHint")}
          max={200}
          required
        />
        <TextField name="organisationEn" label={t("setUp.nameEn")} max={200} required />
      </Fieldset>
      <Fieldset legend={t("setUp.team")}>
        <TextField name="teamJa" label={t("setUp.nameJa")} hint={t("setUp.teamHint")} max={200} required />
        <TextField name="teamEn" label={t("setUp.nameEn")} max={200} required />
      </Fieldset>
      <Fieldset legend={t("setUp.administrator")}>
        <TextField name="name" label={t("setUp.name")} max={200} required input={{ autoComplete: "name" }} />
        <TextField name="reading" label={t("setUp.reading")} hint={t("setUp.readingHint")} max={200} required />
        <TextField name="latinName" label={t("setUp.latinName")} max={200} required />
        <TextField
          name="email"
          label={t("setUp.email")}
          hint={t("setUp.emailHint")}
          max={254}
          required
          input={{ type: "email", autoComplete: "username" }}
        />
        <RadioGroup
          name="locale"
          label={t("setUp.language")}
          unmarked
          defaultValue={locale}
          options={LOCALES.map((value) => ({ value, label: t(`languages.${value}`) }))}
        />
        <PasswordFields />
      </Fieldset>
      <p className="small mt-6">{t("setUp.note")}</p>
      <div className="form-foot">
        <SubmitButton pending={t("setUp.pending")}>{t("setUp.submit")}</SubmitButton>
      </div>
    </Form>
  );
}
