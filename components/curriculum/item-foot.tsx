import { useTranslations } from "next-intl";
import type { LocalItem } from "@/lib/curriculum/schema";

/** Where the item stands in the source, and how a slip or an open reading of it is read. */
export function ItemFoot({ item: { source, note } }: { item: LocalItem }) {
  const t = useTranslations("curriculum");
  return (
    <>
      {source.length > 0 && <span className="srcid"> {source.join(" ")}</span>}
      {note && (
        <span className="itemnote">
          <b>{t("note")}</b> {note}
        </span>
      )}
    </>
  );
}
