import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { PlainPage } from "@/components/layout/plain-page";
import { LOCALES } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/words";
import { chooseLocaleAction } from "../actions";

type Props = { title: ReactNode; lead?: ReactNode; wide?: boolean; children: ReactNode };

/** A page for anybody, with the choice of language at its foot. */
export async function PublicPage(props: Props) {
  const t = await getTranslations("identity");
  const chosen = await getLocale();
  const foot = (
    <Form action={chooseLocaleAction} aria-label={t("language")}>
      <div className="seg">
        {LOCALES.map((locale) => (
          <button
            key={locale}
            type="submit"
            name="locale"
            value={locale}
            lang={locale}
            aria-pressed={locale === chosen}
          >
            {t(`languages.${locale}`)}
          </button>
        ))}
      </div>
    </Form>
  );
  return <PlainPage {...props} foot={foot} />;
}
