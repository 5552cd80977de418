import { CaseTable } from "@/components/chart/case-table";
import { useTranslations } from "@/lib/platform/words";
import type { CriterionFrame, MeasuredCriterion } from "./frame";

/** The drill cases with their sub-cases by name. */
export function DrillScenes({ progress, frame }: MeasuredCriterion & { frame: CriterionFrame }) {
  const t = useTranslations("training.step");
  const p = useTranslations("progress");
  const states = new Map(progress.slots.map(({ code, state }) => [code, state]));
  const cases = frame.drillCases.map(({ code, subCases }, place) => ({
    number: place + 1,
    name: frame.words.drillCase(code),
    scenes: subCases.map((scene) => {
      const state = states.get(scene) ?? "open";
      return { key: scene, state, stateWord: p(`states.${state}`), name: frame.words.subCase(scene) };
    }),
  }));
  return (
    <>
      <h4>{t("drills")}</h4>
      <CaseTable caption={t("drills")} cases={cases} />
    </>
  );
}
