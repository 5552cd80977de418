"use server";

import { changePassword, endOtherSessions, endSession } from "@/lib/identity/commands";
import { atPassword, changePasswordForm, noFields, sessionKey } from "@/lib/identity/schema";
import { defineAction } from "@/lib/platform/action";
import { rememberLocale } from "@/lib/platform/reader-cookies";
import { requireSignedIn } from "@/lib/platform/session";
import { writeSessionCookie } from "@/lib/platform/session-cookie";
import { readVisitor } from "@/lib/platform/visitor";
import { chooseKeys, chooseLocale } from "@/lib/profile/commands";
import { keysForm, localeForm } from "@/lib/profile/schema";

export const saveLocaleAction = defineAction(localeForm, chooseLocale, {
  onDone: async ({ locale }) => {
    await rememberLocale(locale);
    return { notice: { code: "profileSaved" } };
  },
});

export const saveKeysAction = defineAction(keysForm, chooseKeys, {
  onDone: () => ({ notice: { code: "profileSaved" } }),
});

export const changePasswordAction = defineAction(
  changePasswordForm,
  async (form, caller) => changePassword(form, caller, await readVisitor()),
  {
    at: { ...atPassword, WrongCurrentPassword: "currentPassword" },
    onDone: async ({ token, expiresAt }) => {
      await writeSessionCookie(token, expiresAt);
      return { notice: { code: "passwordChanged" } };
    },
  },
);

export const endSessionAction = defineAction(sessionKey, endSession, {
  onDone: () => ({ redirect: "/profile/sessions", notice: { code: "sessionEnded" } }),
});

export const endOtherSessionsAction = defineAction(
  noFields,
  async (_none, caller) => endOtherSessions({ keptId: (await requireSignedIn()).sessionId }, caller),
  { onDone: () => ({ redirect: "/profile/sessions", notice: { code: "otherSessionsEnded" } }) },
);
