import { cookies } from "next/headers";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { Shell } from "@/components/layout/shell";
import { THEMES, type Theme } from "@/components/layout/shell-props";
import { findViewer } from "@/lib/platform/session";
import { findShell } from "@/lib/shell/queries";
import { setLocaleAction, setThemeAction, signOutAction } from "./actions";

const ACTIONS = { setLocale: setLocaleAction, setTheme: setThemeAction, signOut: signOutAction };

const themeOf = (chosen: string | undefined): Theme => THEMES.find((theme) => theme === chosen) ?? "system";

/** The shell. Whether somebody may be here is asked by every page itself; a layout is not asked again when pages change. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const viewer = await findViewer();
  if (!viewer) return children;
  const locale = await getLocale();
  const shell = await findShell(viewer, locale);
  const theme = themeOf((await cookies()).get("theme")?.value);
  return (
    <Shell {...shell} locale={locale} theme={theme} actions={ACTIONS}>
      {children}
    </Shell>
  );
}
