import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Passage } from "@/components/ui/passage";
import { Tag } from "@/components/ui/tag";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { isLocal } from "@/lib/domain/local-curriculum";
import type { Materials } from "@/lib/materials/schema";
import { useTranslations } from "@/lib/platform/words";
import { type KeepingActs, KeptList } from "./kept-list";
import { addHref } from "./place-href";

type Node = { readonly code: string; readonly children: readonly Node[] };
type Props = {
  nodes: readonly Node[];
  words: CurriculumWords;
  materials: Materials;
  place: { roleGroupCode: string | null; step: number };
  acts: KeepingActs | null;
};

/** The learning tasks or topics of a STEP, each with its own materials and where to add one. */
export function KeptItems({ nodes, ...rest }: Props): ReactNode {
  const t = useTranslations("materials");
  const c = useTranslations("curriculum");
  const { words, materials, place, acts } = rest;
  return (
    <ul>
      {nodes.map(({ code, children }) => (
        <li key={code} id={code}>
          <Passage text={words.text(code)} /> {isLocal(code) && <Tag>{c("local")}</Tag>}{" "}
          {acts && (
            <Link href={addHref({ ...place, itemCode: code })} aria-label={t("addTo", { item: words.title(code) })}>
              {t("addShort")}
            </Link>
          )}
          <KeptList items={materials.ofItem(code)} acts={acts} />
          {children.length > 0 && <KeptItems nodes={children} {...rest} />}
        </li>
      ))}
    </ul>
  );
}
