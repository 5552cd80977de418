import { SectionHeading } from "@/components/ui/section-heading";
import type { CurriculumWords, LocalRoleGroup } from "@/lib/curriculum/schema";
import { useTranslations } from "@/lib/platform/words";
import { ItemNote } from "./item-foot";
import { ItemList } from "./item-list";

/** What the people of the group do: normal times beside incidents, then every duty of the source. */
export function Duties({ group, words }: { group: LocalRoleGroup; words: CurriculumWords }) {
  const t = useTranslations("curriculum");
  return (
    <>
      <section className="duty sec" id="duties">
        <Lines title={t("normalTimes")} lines={group.normalTimes} />
        <Lines title={t("duringIncident")} lines={group.duringIncident} />
      </section>
      <section className="sec">
        <SectionHeading>{t("description")}</SectionHeading>
        <div className="tree">
          <ItemList items={group.description} words={words} />
        </div>
        {group.descriptionNotes.map((note) => (
          <ItemNote key={note} note={note} as="p" />
        ))}
      </section>
    </>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div>
      <h2 className="dutyh">{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
