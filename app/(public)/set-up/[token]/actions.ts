"use server";

import { setUp } from "@/lib/identity/commands";
import { atPassword, setUpForm } from "@/lib/identity/schema";
import { definePublicAction } from "@/lib/platform/action";
import { rememberLocale } from "@/lib/platform/reader-cookies";
import { writeSessionCookie } from "@/lib/platform/session-cookie";

export const setUpAction = definePublicAction(setUpForm, setUp, {
  at: atPassword,
  onDone: async ({ token, expiresAt, locale }) => {
    await writeSessionCookie(token, expiresAt);
    await rememberLocale(locale);
    return { redirect: "/" };
  },
});
