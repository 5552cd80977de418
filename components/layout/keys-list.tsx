import { useTranslations } from "next-intl";
import { KeyboardKeys, type KeyEntry } from "@/components/form/keyboard-keys";
import { Link } from "@/components/ui/link";
import type { NavCode, NavItem } from "./shell-props";

const GO: readonly { code: NavCode; key: string; word: "myTraining" | "reviews" | "readiness" | "curriculum" }[] = [
  { code: "myTraining", key: "m", word: "myTraining" },
  { code: "reviews", key: "r", word: "reviews" },
  { code: "readiness", key: "s", word: "readiness" },
  { code: "curriculum", key: "c", word: "curriculum" },
];

/** The keys that hold everywhere, and the places that G goes to. */
export function KeysList({ items, canLog }: { items: readonly NavItem[]; canLog: boolean }) {
  const t = useTranslations("shell.keys");
  const places = GO.flatMap((place) => {
    const item = items.find(({ code }) => code === place.code);
    return item ? [{ ...place, href: item.href }] : [];
  });
  const everywhere: KeyEntry[] = [
    ...(canLog ? [{ keys: ["N"], label: t("log") }] : []),
    { keys: ["/"], label: t("search") },
    { keys: ["?"], label: t("list") },
    ...places.map(({ key, word }) => ({ keys: ["G", key.toUpperCase()], label: t(word) })),
  ];
  return (
    <>
      <div hidden>
        {places.map(({ key, href, word }) => (
          <Link key={key} href={href} data-key={`g ${key}`} tabIndex={-1}>
            {t(word)}
          </Link>
        ))}
      </div>
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
    </>
  );
}
