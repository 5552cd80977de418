import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { ItemFoot } from "./item-foot";

type Nested = { readonly code: string; readonly children: readonly Nested[] };

type Props<Item extends Nested> = {
  items: readonly Item[];
  words: CurriculumWords;
  /** A label for what is special about an item: its track, its kind. */
  tagOf?: (item: Item) => string | null;
};

/** Items of the source, nested as the source nests them; each is an anchor by its code. */
export function ItemList<Item extends Nested & { readonly children: readonly Item[] }>({
  items,
  words,
  tagOf,
}: Props<Item>) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.code} id={item.code}>
          <ItemText words={words} code={item.code} tag={tagOf?.(item) ?? null} />
          {item.children.length > 0 && <ItemList items={item.children} words={words} {...(tagOf && { tagOf })} />}
        </li>
      ))}
    </ul>
  );
}

function ItemText({ words, code, tag }: { words: CurriculumWords; code: string; tag: string | null }) {
  const item = words.item(code);
  const publisher = item.publisher && !item.text.includes(item.publisher) ? ` (${item.publisher})` : "";
  return (
    <>
      {item.url ? <Link href={item.url}>{item.text}</Link> : item.text}
      {publisher}
      {tag !== null && <Tag>{tag}</Tag>}
      <ItemFoot item={item} />
    </>
  );
}
