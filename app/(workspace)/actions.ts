"use server";

import { accept } from "@/lib/domain/result";
import { signOut } from "@/lib/identity/commands";
import { noFields } from "@/lib/identity/schema";
import { defineAction, definePublicAction } from "@/lib/platform/action";
import { rememberLocale, rememberTheme } from "@/lib/platform/reader-cookies";
import { clearSessionCookie } from "@/lib/platform/session-cookie";
import { chooseLocale } from "@/lib/profile/commands";
import { localeForm, themeForm } from "@/lib/profile/schema";

export const setLocaleAction = defineAction(localeForm, chooseLocale, {
  onDone: async ({ locale }) => {
    await rememberLocale(locale);
    return {};
  },
});

export const setThemeAction = definePublicAction(themeForm, async (choice) => accept(choice), {
  onDone: async ({ theme }) => {
    await rememberTheme(theme);
    return {};
  },
});

/** The way leads through /signed-out, so that the browser forgets the page. Also for somebody whose session has ended meanwhile: signing out always ends signed out. */
export const signOutAction = definePublicAction(noFields, (_none, { heldToken }) => signOut(heldToken), {
  onDone: async () => {
    await clearSessionCookie();
    return { redirect: "/signed-out" };
  },
});
