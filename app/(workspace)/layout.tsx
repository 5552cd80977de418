import { cookies } from "next/headers";
import { getLocale } from "next-intl/server";
import type { ComponentProps, ReactNode } from "react";
import { ReturnedForm } from "@/components/form/returned-form";
import { PlainPage } from "@/components/layout/plain-page";
import { Shell } from "@/components/layout/shell";
import { THEMES, type Theme } from "@/components/layout/shell-props";
import { PageHead } from "@/components/ui/page-head";
import { now } from "@/lib/platform/clock";
import { findReturned } from "@/lib/platform/returned";
import { findViewer } from "@/lib/platform/session";
import { getTranslations } from "@/lib/platform/words";
import { findShell } from "@/lib/shell/queries";
import { setLocaleAction, setThemeAction, signOutAction } from "./actions";

const ACTIONS = { setLocale: setLocaleAction, setTheme: setThemeAction, signOut: signOutAction };

const themeOf = (chosen: string | undefined): Theme => THEMES.find((theme) => theme === chosen) ?? "system";

/** The shell. Whether somebody may be here is asked by every page itself; a layout is not asked again when pages change. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const viewer = await findViewer();
  const returned = await findReturned();
  if (!viewer) return returned ? <SessionEnded {...returned} /> : children;
  const locale = await getLocale();
  const shell = await findShell(viewer, locale, now());
  const theme = themeOf((await cookies()).get("theme")?.value);
  return (
    <Shell {...shell} locale={locale} theme={theme} actions={ACTIONS}>
      {returned ? <StillUnsaved {...returned} /> : children}
    </Shell>
  );
}

type Returned = ComponentProps<typeof ReturnedForm>;

/** The answer to a form of a session that is over: its page may no longer be shown, what was typed may. */
async function SessionEnded(returned: Returned) {
  const t = await getTranslations("ui.returned");
  return (
    <PlainPage title={t("title")} wide>
      <ReturnedForm {...returned} />
    </PlainPage>
  );
}

/** Sent again and refused: the page of the form would not know what it held. */
async function StillUnsaved(returned: Returned) {
  const t = await getTranslations("ui.returned");
  return (
    <>
      <PageHead title={t("unsaved")} />
      <ReturnedForm {...returned} />
    </>
  );
}
