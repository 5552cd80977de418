import { Passage } from "@/components/ui/passage";
import { SectionHeading } from "@/components/ui/section-heading";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { useTranslations } from "@/lib/platform/words";
import { SourceIds } from "./item-foot";

export type Exempted = { readonly itemCode: string; readonly reason: string };

/** What the organisation left out of the source, and why. */
export function ExemptedItems({ items, words }: { items: readonly Exempted[]; words: CurriculumWords }) {
  const t = useTranslations("curriculum");
  if (items.length === 0) return null;
  return (
    <section className="sec">
      <SectionHeading>{t("exempted")}</SectionHeading>
      <div className="tree">
        <ul>
          {items.map(({ itemCode, reason }) => (
            <li key={itemCode}>
              <Passage text={words.text(itemCode)} />
              <SourceIds item={words.item(itemCode)} />
              <span className="below">{t("exemptedWhy", { reason })}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
