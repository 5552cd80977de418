import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Passage } from "@/components/ui/passage";
import { Tag } from "@/components/ui/tag";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { ItemNote, SourceIds } from "./item-foot";

type Nested = { readonly code: string; readonly children: readonly Nested[] };

type Props<Item extends Nested> = {
  items: readonly Item[];
  words: CurriculumWords;
  /** A label for what is special about an item: its track, its kind. */
  tagOf?: (item: Item) => string | null;
  /** The tag of the item above: it is not said again. */
  above?: string | null;
  /** What stands under an item: the organisation's own materials. */
  below?: (code: string) => ReactNode;
  /** A faint word before the place in the source: how a task is done. */
  wayOf?: (item: Item) => string;
};

/** Items of the source, nested as the source nests them; each is an anchor by its code. */
export function ItemList<Item extends Nested & { readonly children: readonly Item[] }>(props: Props<Item>) {
  const { items, words, tagOf, above = null, wayOf, below } = props;
  return (
    <ul>
      {items.map((item) => {
        const tag = tagOf?.(item) ?? null;
        const isLeaf = item.children.length === 0;
        return (
          <li key={item.code} id={item.code}>
            <ItemText
              words={words}
              code={item.code}
              tag={tag === above ? null : tag}
              way={isLeaf ? wayOf?.(item) : undefined}
            />
            {below?.(item.code)}
            {!isLeaf && <ItemList {...props} items={item.children} above={tag} />}
          </li>
        );
      })}
    </ul>
  );
}

type TextProps = { words: CurriculumWords; code: string; tag: string | null; way: string | undefined };

function ItemText({ words, code, tag, way }: TextProps) {
  const item = words.item(code);
  const publisher = item.publisher && !item.text.includes(item.publisher) ? ` (${item.publisher})` : "";
  return (
    <>
      {item.url ? (
        <Link href={item.url}>
          <Passage text={item.text} />
        </Link>
      ) : (
        <Passage text={item.text} />
      )}
      {publisher}
      {tag !== null && tag !== item.text && <Tag>{tag}</Tag>}
      <SourceIds item={item} way={way} />
      <ItemNote note={item.note} />
    </>
  );
}
