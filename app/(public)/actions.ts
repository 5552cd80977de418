"use server";

import { accept } from "@/lib/domain/result";
import { definePublicAction } from "@/lib/platform/action";
import { rememberLocale } from "@/lib/platform/reader-cookies";
import { localeForm } from "@/lib/profile/schema";

export const chooseLocaleAction = definePublicAction(localeForm, async (choice) => accept(choice), {
  onDone: async ({ locale }) => {
    await rememberLocale(locale);
    return {};
  },
});
