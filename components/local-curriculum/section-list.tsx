import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Passage } from "@/components/ui/passage";
import { SectionHeading } from "@/components/ui/section-heading";
import { Tag } from "@/components/ui/tag";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { isLocal, type Section } from "@/lib/domain/local-curriculum";
import { useTranslations } from "@/lib/platform/words";
import { addHref, exemptHref } from "./hrefs";

export type SectionNode = { readonly code: string; readonly children: readonly SectionNode[] };
type Props = {
  section: Section;
  nodes: readonly SectionNode[];
  words: CurriculumWords;
  place: { roleGroupCode: string | null; step: number };
};

/** One section of a STEP as it stands for the organisation: what can be exempted, and where to add. */
export function SectionList({ section, nodes, words, place }: Props) {
  const t = useTranslations("localCurriculum");
  const label = t(`sections.${section}`);
  const add = (
    <LinkButton href={addHref(place, section)} aria-label={t("addTo", { section: label })}>
      {t("add")}
    </LinkButton>
  );
  return (
    <section className="sec">
      <SectionHeading end={add}>{label}</SectionHeading>
      {nodes.length === 0 ? (
        <p className="hint">{t("none")}</p>
      ) : (
        <div className="tree">
          <Nodes nodes={nodes} words={words} />
        </div>
      )}
    </section>
  );
}

function Nodes({ nodes, words }: Pick<Props, "nodes" | "words">): ReactNode {
  const t = useTranslations("localCurriculum");
  const c = useTranslations("curriculum");
  return (
    <ul>
      {nodes.map(({ code, children }) => (
        <li key={code} id={code}>
          <Passage text={words.text(code)} /> {isLocal(code) && <Tag>{c("local")}</Tag>}{" "}
          {!isLocal(code) && (
            <Link href={exemptHref(code)} className="nw" aria-label={t("exemptOf", { item: words.title(code) })}>
              {t("exempt")}
            </Link>
          )}
          {children.length > 0 && <Nodes nodes={children} words={words} />}
        </li>
      ))}
    </ul>
  );
}
