import { KeyboardKeys, type KeyEntry } from "@/components/form/keyboard-keys";
import { useTranslations } from "@/lib/platform/words";
import { PLACE_KEYS } from "./place-keys";
import type { NavItem } from "./shell-props";

/** The keys that hold everywhere, and the places that G goes to. */
export function KeysList({ items, canLog }: { items: readonly NavItem[]; canLog: boolean }) {
  const t = useTranslations("shell.keys");
  const places = PLACE_KEYS.filter(({ code }) => items.some((item) => item.code === code));
  const everywhere: KeyEntry[] = [
    ...(canLog ? [{ keys: ["N"], label: t("log") }] : []),
    { keys: ["/"], label: t("search") },
    { keys: ["?"], label: t("list") },
    ...places.map(({ code, key }) => ({ keys: ["G", key.toUpperCase()], label: t(code) })),
  ];
  return (
    <KeyboardKeys
      words={{ title: t("title"), intro: t("intro"), close: t("close"), thenWord: t("then") }}
      groups={[
        { title: t("everywhere"), entries: everywhere },
        {
          title: t("lists"),
          entries: [
            { keys: ["J"], label: t("next") },
            { keys: ["K"], label: t("previous") },
            { keys: ["Enter"], label: t("open") },
            { keys: ["Esc"], label: t("clear") },
          ],
        },
        { title: t("forms"), entries: [{ keys: ["Ctrl ↵"], label: t("send") }] },
      ]}
    />
  );
}
