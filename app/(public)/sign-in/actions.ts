"use server";

import { signIn } from "@/lib/identity/commands";
import { signInForm } from "@/lib/identity/schema";
import { definePublicAction } from "@/lib/platform/action";
import { rememberLocale } from "@/lib/platform/reader-cookies";
import { writeSessionCookie } from "@/lib/platform/session-cookie";

export const signInAction = definePublicAction(signInForm, signIn, {
  onDone: async ({ token, expiresAt, locale, next }) => {
    await writeSessionCookie(token, expiresAt);
    await rememberLocale(locale);
    return { redirect: next };
  },
});
