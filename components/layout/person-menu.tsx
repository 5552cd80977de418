import { Form } from "@/components/form/form";
import { Link } from "@/components/ui/link";
import { LOCALES } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { type ShellProps, THEMES } from "./shell-props";

type Props = Pick<ShellProps, "personName" | "organisationName" | "locale" | "theme" | "actions">;

/** Profile, language, appearance, signing out. A popover: Esc or a press elsewhere closes it, without a script. */
export function PersonMenu({ personName, locale, theme, actions }: Omit<Props, "organisationName">) {
  const t = useTranslations("shell");
  return (
    <>
      <button type="button" className="me" popoverTarget="person-menu" aria-label={t("person", { name: personName })}>
        <span className="name">{personName}</span>
      </button>
      <div data-slot="person-menu" id="person-menu" popover="auto" className="menu">
        <Link href="/profile">{t("profile")}</Link>
        <Switch
          action={actions.setLocale}
          name="locale"
          label={t("language")}
          chosen={locale}
          choices={LOCALES.map((value) => ({ value, label: t(`languages.${value}`), lang: value }))}
        />
        <Switch
          action={actions.setTheme}
          name="theme"
          label={t("theme")}
          chosen={theme}
          choices={THEMES.map((value) => ({ value, label: t(`themes.${value}`) }))}
        />
        <Form action={actions.signOut}>
          <button type="submit" className="out">
            {t("signOut")}
          </button>
        </Form>
      </div>
    </>
  );
}

type SwitchProps = {
  action: Props["actions"]["setTheme"];
  name: string;
  label: string;
  chosen: string;
  choices: readonly { value: string; label: string; lang?: string }[];
};

/** One press, one choice; the choice that holds is pressed in. */
function Switch({ action, name, label, chosen, choices }: SwitchProps) {
  return (
    <Form action={action} aria-label={label}>
      <p className="lbl">{label}</p>
      <div className="seg">
        {choices.map(({ value, label: word, lang }) => (
          <button key={value} type="submit" name={name} value={value} lang={lang} aria-pressed={value === chosen}>
            {word}
          </button>
        ))}
      </div>
    </Form>
  );
}
