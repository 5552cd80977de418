import { getLocale } from "next-intl/server";
import { Toast } from "@/components/ui/toast";
import { messagesIn } from "@/lib/platform/messages";
import { getTranslations } from "@/lib/platform/words";

/** Says once what was just done, when the address brings its code as `?done=`. */
export async function DoneToast({ done }: { done: string | string[] | undefined }) {
  const t = await getTranslations("ui.toast");
  const notices: Record<string, string> = messagesIn(await getLocale()).notices;
  const words = typeof done === "string" && Object.hasOwn(notices, done) ? notices[done] : undefined;
  return words === undefined ? null : <Toast message={words} close={t("close")} />;
}
