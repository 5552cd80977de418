import { Form } from "@/components/form/form";
import { NumberField } from "@/components/form/number-field";
import { PasswordField } from "@/components/form/password-field";
import { RadioGroup } from "@/components/form/radio-group";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { MAIL_SECURITIES, type MailServerShown } from "@/lib/delivery/schema";
import { useTranslations } from "@/lib/platform/words";
import { setMailServerAction } from "../actions";

/** The password is never shown again; left empty it stays. */
export function MailForm({ server }: { server: MailServerShown | null }) {
  const t = useTranslations("delivery.mail");
  const securities = MAIL_SECURITIES.map((value) => ({ value, label: t(`securities.${value}`) }));
  return (
    <Form action={setMailServerAction} className="narrow-page">
      <TextField name="host" label={t("host")} required max={253} defaultValue={server?.host ?? ""} />
      <NumberField name="port" label={t("port")} required hint={t("portHint")} defaultValue={server?.port ?? 587} />
      <RadioGroup
        name="security"
        label={t("security")}
        required
        defaultValue={server?.security ?? "starttls"}
        options={securities}
      />
      <TextField name="userName" label={t("userName")} max={200} defaultValue={server?.userName ?? ""} />
      <PasswordField name="password" label={t("password")} autoComplete="new-password" hint={t("passwordHint")} />
      <TextField
        name="fromAddress"
        label={t("from")}
        required
        max={254}
        input={{ type: "email", autoComplete: "off" }}
        defaultValue={server?.fromAddress ?? ""}
      />
      <div className="form-foot">
        <SubmitButton pending={t("saving")} hint="Ctrl ↵">
          {t("save")}
        </SubmitButton>
      </div>
    </Form>
  );
}
