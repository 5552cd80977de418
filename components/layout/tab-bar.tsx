import { useTranslations } from "@/lib/platform/words";
import { NavLink } from "./nav-link";
import type { NavCode, NavItem } from "./shell-props";

/** Four words at the bottom of a telephone; the last opens the whole navigation. */
export function TabBar({ items, tabs }: { items: readonly NavItem[]; tabs: readonly NavCode[] }) {
  const t = useTranslations("shell");
  const shown = tabs.slice(0, 3).flatMap((code) => items.find((item) => item.code === code) ?? []);
  const all = items.map(({ href }) => href);
  return (
    <nav data-slot="tab-bar" className="tabbar" aria-label={t("tabs")}>
      {shown.map(({ code, href }) => (
        <NavLink key={code} href={href} others={all}>
          {t(`short.${code}`)}
        </NavLink>
      ))}
      <button type="button" popoverTarget="navigation">
        {t("menu")}
      </button>
    </nav>
  );
}
