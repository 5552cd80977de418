import { Button } from "@/components/ui/button";
import { useTranslations } from "@/lib/platform/words";

/** A plain GET: the query is in the address. */
export function SearchField({ query }: { query: string }) {
  const t = useTranslations("search");
  return (
    <search>
      <form action="/search" method="get" className="searchform">
        <input
          type="search"
          name="q"
          defaultValue={query}
          maxLength={100}
          aria-label={t("label")}
          aria-describedby="search-hint"
        />
        <Button type="submit" look="primary">
          {t("submit")}
        </Button>
      </form>
      <p id="search-hint" className="hint">
        {t("hint")}
      </p>
    </search>
  );
}
