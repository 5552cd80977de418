import type { EnrolmentSeen } from "@/components/training/enrolment-seen";
import { Disclosure } from "@/components/ui/disclosure";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { caseGrid, drillsIn, reachedIn, type SceneFact, scenesIn } from "@/lib/domain/case-grid";
import { useTranslations } from "@/lib/platform/words";
import { CaseGrid } from "./case-grid";

type Props = {
  enrolments: readonly EnrolmentSeen[];
  words: CurriculumWords;
  /** Scenes of drills that the person is asked to. */
  planned?: readonly SceneFact[];
  /** Folded, where the page has more to say before it. */
  folded?: boolean;
};

/** The case drills of a person whose training asks for them; a record that counts in two role groups is there once. */
export function PersonCases({ enrolments, words, planned = [], folded = false }: Props) {
  const t = useTranslations("drills.grid");
  const drilling = enrolments.find(({ curriculum, training }) =>
    drillsIn(curriculum.structure).roleGroups.some((code) => code === training.ref.roleGroupCode),
  );
  if (!drilling) return null;
  const { structure } = drilling.curriculum;
  const { asked } = drillsIn(structure);
  const facts = scenesIn(enrolments.flatMap(({ training }) => training.facts.claims));
  const grid = caseGrid(structure.drillCases, [...facts, ...planned], asked);
  const shown = <CaseGrid grid={grid} asked={asked} words={words} />;
  if (!folded) return shown;
  const all = grid.flatMap(({ scenes }) => scenes).length;
  const tally = t("tally", { reached: reachedIn(grid), all });
  return (
    <Disclosure className="my-4" summary={`${t("title")} ${tally}`}>
      {shown}
    </Disclosure>
  );
}
