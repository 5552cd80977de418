import type { ComponentProps } from "react";
import { useTranslations } from "@/lib/platform/words";
import { ActionForm } from "./action-form";
import type { FormWords } from "./form-context";

/** The form of every page: an ActionForm with its words. For server components. */
export function Form(props: Omit<ComponentProps<typeof ActionForm>, "words">) {
  return <ActionForm words={useFormWords()} {...props} />;
}

function useFormWords(): FormWords {
  const t = useTranslations("ui.form");
  return {
    required: t("required"),
    optional: t("optional"),
    pending: t("pending"),
    count: t.raw("count"),
    max: t.raw("max"),
    failedTitle: t("failedTitle"),
    failedWhy: t("failedWhy"),
    failedSafe: t("failedSafe"),
    tooLargeTitle: t("tooLargeTitle"),
    tooLargeWhy: t("tooLargeWhy"),
    draftSaved: t("draftSaved"),
    draftFailed: t("draftFailed"),
    showPassword: t("showPassword"),
    choose: t("choose"),
    newTab: t("newTab"),
  };
}
