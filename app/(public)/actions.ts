"use server";

import { accept } from "@/lib/domain/result";
import { localeForm } from "@/lib/identity/schema";
import { definePublicAction } from "@/lib/platform/action";
import { rememberLocale } from "@/lib/platform/reader-cookies";

export const chooseLocaleAction = definePublicAction(localeForm, async (choice) => accept(choice), {
  onDone: async ({ locale }) => {
    await rememberLocale(locale);
    return {};
  },
});
