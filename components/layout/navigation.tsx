import { cn } from "@/lib/platform/cn";
import { useTranslations } from "@/lib/platform/words";
import { LogLink } from "./log-link";
import { NavLink } from "./nav-link";
import { placeKeyOf } from "./place-keys";
import { SearchForm } from "./search-form";
import { NAV_GROUPS, type NavItem } from "./shell-props";

/** Whoever has more than this waiting opens the list to know. */
const MOST_TOLD = 99;

/** By capacity; on a telephone it opens from the bottom bar. */
export function Navigation({ items, canLog }: { items: readonly NavItem[]; canLog: boolean }) {
  const t = useTranslations("shell");
  const all = items.map(({ href }) => href);
  return (
    <nav data-slot="navigation" id="navigation" className="side" popover="auto" aria-label={t("navLabel")}>
      <div className="on-telephones">
        <SearchForm hasKeys={false} />
        {canLog && <LogLink />}
      </div>
      {NAV_GROUPS.filter((group) => items.some((item) => item.group === group)).map((group) => (
        <div key={group}>
          <h2 id={`nav-${group}`}>{t(`groups.${group}`)}</h2>
          <ul aria-labelledby={`nav-${group}`}>
            {items
              .filter((item) => item.group === group)
              .map(({ code, href, alsoHref, count, isDue }) => (
                <li key={code}>
                  <NavLink href={href} alsoHref={alsoHref} others={all} placeKey={placeKeyOf(code)}>
                    {t(`nav.${code}`)}
                    {count !== undefined && count > 0 && (
                      <span className={cn("n", isDue && "due")}>
                        {count > MOST_TOLD ? t("more", { most: MOST_TOLD }) : count}
                      </span>
                    )}
                  </NavLink>
                </li>
              ))}
          </ul>
        </div>
      ))}
      <button type="button" className="btn close" popoverTarget="navigation" popoverTargetAction="hide">
        {t("close")}
      </button>
    </nav>
  );
}
