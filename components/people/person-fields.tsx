import { DateField } from "@/components/form/date-field";
import { RadioGroup } from "@/components/form/radio-group";
import { TextField } from "@/components/form/text-field";
import { AFFILIATIONS, LOCALES, type PersonProfile } from "@/lib/domain/person";
import { useTranslations } from "@/lib/platform/words";

/** The profile as a form has it, for a new person and for an old one. */
export function PersonFields({ profile }: { profile?: PersonProfile }) {
  const t = useTranslations("people");
  const line = (name: "name" | "reading" | "latinName" | "employeeNumber" | "email") => ({
    name,
    label: t(`fields.${name}`),
    defaultValue: profile?.[name] ?? "",
  });
  return (
    <>
      <TextField {...line("name")} required max={100} input={{ autoComplete: "off" }} />
      <TextField {...line("reading")} hint={t("fields.readingHint")} required max={100} />
      <TextField {...line("latinName")} hint={t("fields.latinNameHint")} max={100} />
      <TextField
        {...line("email")}
        hint={t("fields.emailHint")}
        required
        max={254}
        input={{ type: "email", autoComplete: "off" }}
      />
      <TextField {...line("employeeNumber")} hint={t("fields.employeeNumberHint")} max={40} size="mid" />
      <RadioGroup
        name="locale"
        label={t("fields.locale")}
        unmarked
        defaultValue={profile?.locale ?? "ja"}
        options={LOCALES.map((value) => ({ value, label: t(`languages.${value}`) }))}
      />
      <RadioGroup
        name="affiliation"
        label={t("fields.affiliation")}
        unmarked
        defaultValue={profile?.affiliation ?? "own"}
        options={AFFILIATIONS.map((value) => ({ value, label: t(`affiliations.${value}`) }))}
      />
      <DateField
        name="endsOn"
        label={t("fields.endsOn")}
        hint={t("fields.endsOnHint")}
        defaultValue={profile?.endsOn ?? ""}
      />
    </>
  );
}
