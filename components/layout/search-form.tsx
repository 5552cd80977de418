import { Kbd } from "@/components/ui/kbd";
import { useTranslations } from "@/lib/platform/words";

/** A plain GET to /search, so that a search has an address. */
export function SearchForm({ hasKeys }: { hasKeys: boolean }) {
  const t = useTranslations("shell");
  return (
    <search className="find">
      <form action="/search" method="get">
        <input
          type="search"
          name="q"
          placeholder={t("search")}
          aria-label={t("search")}
          maxLength={100}
          autoComplete="off"
          {...(hasKeys && { "data-key": "/", "aria-keyshortcuts": "/" })}
        />
        {hasKeys && <Kbd aria-hidden>/</Kbd>}
      </form>
    </search>
  );
}
