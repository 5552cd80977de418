import { useLocale } from "next-intl";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import type { MaterialSeen } from "@/lib/materials/schema";
import { useTranslations } from "@/lib/platform/words";

/** What the organisation gives to read or watch, in its order; nothing where there is none. */
export function MaterialList({ items }: { items: readonly MaterialSeen[] }) {
  const kinds = useTranslations("materials.kinds");
  const isJapanese = useLocale() === "ja";
  if (items.length === 0) return null;
  return (
    <ol className="materials">
      {items.map(({ id, kind, titleJa, titleEn, url, noteJa, noteEn }) => {
        const [title, note] = isJapanese ? [titleJa, noteJa] : [titleEn, noteEn];
        return (
          <li key={id}>
            {url === null ? title : <Link href={url}>{title}</Link>} <Tag>{kinds(kind)}</Tag>
            {note !== "" && <span className="below">{note}</span>}
          </li>
        );
      })}
    </ol>
  );
}
