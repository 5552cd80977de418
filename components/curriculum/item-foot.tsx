import { Passage } from "@/components/ui/passage";
import type { LocalItem } from "@/lib/curriculum/schema";
import { useTranslations } from "@/lib/platform/words";

/** Where the item stands in the source; for a task, whether it is studied or done. */
export const SourceIds = ({ item: { source }, way }: { item: LocalItem; way?: string | undefined }) =>
  source.length > 0 && (
    <>
      {" "}
      <span className="srcid">{[...(way ? [way] : []), ...source].join(" ")}</span>
    </>
  );

/** How a slip or an open reading of the source is read here. */
export function ItemNote({ note, as: Tag = "span" }: { note: string | null | undefined; as?: "span" | "p" }) {
  const t = useTranslations("curriculum");
  if (!note) return null;
  return (
    <Tag className="itemnote">
      <b>{t("note")}</b> <Passage text={note} />
    </Tag>
  );
}
