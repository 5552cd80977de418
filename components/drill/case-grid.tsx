import { Legend } from "@/components/ui/legend";
import { Mark, type MarkKind } from "@/components/ui/mark";
import { SectionHeading } from "@/components/ui/section-heading";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { type CaseRow, reachedIn, SCENE_STATES, type Scene, type SceneState } from "@/lib/domain/case-grid";
import { formatDay } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

export const SCENE_MARKS: Record<SceneState, MarkKind> = {
  reached: "verified",
  begun: "partial",
  waiting: "waiting",
  planned: "now",
  open: "open",
};

type Props = { grid: readonly CaseRow[]; asked: number; words: CurriculumWords };

/** The drill cases of one person: for each scene the supervision reached and the day. */
export function CaseGrid({ grid, asked, words }: Props) {
  const t = useTranslations("drills.grid");
  const all = grid.flatMap(({ scenes }) => scenes).length;
  return (
    <section className="sec">
      <SectionHeading
        id="cases"
        note={t("lead", { asked })}
        end={<b className="small">{t("tally", { reached: reachedIn(grid), all })}</b>}
      >
        {t("title")}
      </SectionHeading>
      <table className="casegrid">
        <caption className="vh">{t("caption")}</caption>
        <tbody>
          {grid.map(({ caseCode, scenes }, place) => (
            <tr key={caseCode}>
              <td className="n">{place + 1}</td>
              <th scope="row">{words.drillCase(caseCode)}</th>
              <td>
                <ul className="scenes">
                  {scenes.map((scene) => (
                    <SceneEntry key={scene.subCase} scene={scene} words={words} />
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <SceneLegend />
    </section>
  );
}

function SceneEntry({ scene, words }: { scene: Scene; words: CurriculumWords }) {
  const t = useTranslations("drills.grid");
  const said = sayScene(scene, words.locale, t);
  return (
    <li>
      <Mark kind={SCENE_MARKS[scene.state]} label={t(`states.${scene.state}`)} />
      <span>
        {words.subCase(scene.subCase)}
        {scene.on !== null && <span className="small sub"> {said}</span>}
      </span>
    </li>
  );
}

type GridWords = ReturnType<typeof useTranslations<"drills.grid">>;

/** 関与度4 2026/11/20 */
export function sayScene({ state, supervision, on }: Scene, locale: CurriculumWords["locale"], t: GridWords): string {
  const day = on === null ? "" : formatDay(on, locale);
  if (state === "open") return t("open");
  if (state === "waiting" || state === "planned") return t(state, { day });
  return supervision === null ? t("begunPlain", { day }) : t(state, { supervision, day });
}

export function SceneLegend() {
  const t = useTranslations("drills.grid");
  return (
    <Legend
      entries={SCENE_STATES.map((state) => ({ mark: <Mark kind={SCENE_MARKS[state]} />, word: t(`states.${state}`) }))}
    />
  );
}
