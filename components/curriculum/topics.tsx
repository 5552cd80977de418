import { MaterialList } from "@/components/materials/material-list";
import { SectionHeading } from "@/components/ui/section-heading";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { TopicNode } from "@/lib/domain/curriculum";
import { topicsToLearn } from "@/lib/domain/step";
import type { Materials } from "@/lib/materials/schema";
import { useTranslations } from "@/lib/platform/words";
import { ItemList } from "./item-list";

type Props = {
  id: string;
  title: string;
  note?: string;
  topics: readonly TopicNode[];
  words: CurriculumWords;
  materials: Materials;
};

/** Topics of basic or common education; the count is of those to be confirmed. */
export function Topics({ id, title, note, topics, words, materials }: Props) {
  const t = useTranslations("curriculum");
  return (
    <section className="sec">
      <SectionHeading id={id} note={note} end={t("topicCount", { count: topicsToLearn(topics).length })}>
        {title}
      </SectionHeading>
      <MaterialList items={materials.ofStep(0)} />
      <div className="tree">
        <ItemList
          items={topics}
          words={words}
          tagOf={({ assumed }) => (assumed ? t("assumed") : null)}
          below={(code) => <MaterialList items={materials.ofItem(code)} />}
        />
      </div>
    </section>
  );
}
