import { Passage } from "@/components/ui/passage";
import { Tag } from "@/components/ui/tag";
import type { LocalItem } from "@/lib/curriculum/schema";
import { useTranslations } from "@/lib/platform/words";

/** Where the item stands in the source; for a task, whether it is studied or done. */
export function SourceIds({ item: { source, local }, way }: { item: LocalItem; way?: string | undefined }) {
  const t = useTranslations("curriculum");
  if (local) {
    return (
      <>
        {" "}
        <Tag>{t("local")}</Tag>
      </>
    );
  }
  if (source.length === 0) return null;
  return (
    <>
      {" "}
      <span className="srcid">{[...(way ? [way] : []), ...source].join(" ")}</span>
    </>
  );
}

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
