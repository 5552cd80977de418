import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { Link } from "@/components/ui/link";
import { Mark } from "@/components/ui/mark";
import { SectionHeading } from "@/components/ui/section-heading";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { TeamGrid as Grid, GridRow } from "@/lib/drill/schema";
import { formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { SCENE_MARKS, SceneLegend, sayScene } from "./case-grid";

type Props = { grid: Grid; words: CurriculumWords };

/** Who has met which scene: one table for each case, people downwards, its scenes across. */
export function TeamGrid({ grid, words }: Props) {
  const t = useTranslations("drills.grid");
  return (
    <>
      <NeverMet grid={grid} words={words} />
      <section className="sec">
        <SectionHeading note={t("lead", { asked: grid.asked })}>{t("title")}</SectionHeading>
        <SceneLegend />
        {words.all.cases.map(({ code, number, name }, place) => (
          <CaseTable key={code} place={place} heading={`${number} ${name}`} grid={grid} words={words} />
        ))}
      </section>
    </>
  );
}

/** What the team has no experience of at all, each with the way to a drill. */
function NeverMet({ grid, words }: Props) {
  const t = useTranslations("drills.grid");
  const cases = words.all.cases.map((each) => ({
    ...each,
    unmet: each.subCases.filter(({ code }) => !grid.metBy.has(code)),
  }));
  const open = cases.filter(({ unmet }) => unmet.length > 0);
  return (
    <section className="sec">
      <SectionHeading>{t("never")}</SectionHeading>
      {open.length === 0 && <p className="hint">{t("neverNone")}</p>}
      <ul className="never-met">
        {open.map(({ code, number, name, unmet }) => (
          <li key={code}>
            <span className="n">{number}</span>
            <span>
              <b>{name}</b>{" "}
              <span className="small">
                {unmet.map((scene) => scene.name).join(words.locale === "ja" ? "、" : ", ")}
              </span>
            </span>
            <Link href={`/drills/new?${new URLSearchParams(unmet.map((scene) => ["scene", scene.code]))}`}>
              {t("plan")}
              <span className="vh"> {name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Eight tables of more people than this are not to scroll through. */
const MOST_OPEN = 12;

type SceneName = { readonly code: string; readonly name: string };
type CaseProps = Props & { place: number; heading: string };

function CaseTable({ grid, words, place, heading }: CaseProps) {
  const t = useTranslations("drills.grid");
  const scenes = words.all.cases[place]?.subCases ?? [];
  const table = (
    <table className="ledger stack tight">
      <caption className="vh">{heading}</caption>
      <thead>
        <tr>
          <th scope="col">{t("person")}</th>
          {scenes.map(({ code, name }) => (
            <th key={code} scope="col">
              {name}
              <span className="small sub"> {t("people", { count: grid.metBy.get(code) ?? 0 })}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {grid.rows.map((row) => (
          <Row key={row.person.id} row={row} place={place} words={words} />
        ))}
      </tbody>
    </table>
  );
  return (
    <div className="team-case">
      <h3>{heading}</h3>
      {grid.rows.length > MOST_OPEN ? <Folded scenes={scenes} grid={grid} table={table} /> : table}
    </div>
  );
}

type FoldedProps = { scenes: readonly SceneName[]; grid: Grid; table: ReactNode };

/** How many have met each scene; who they are, when asked for. */
function Folded({ scenes, grid, table }: FoldedProps) {
  const t = useTranslations("drills.grid");
  return (
    <>
      <ul className="scene-counts">
        {scenes.map(({ code, name }) => (
          <li key={code}>
            {name} <b>{t("people", { count: grid.metBy.get(code) ?? 0 })}</b>
          </li>
        ))}
      </ul>
      <Disclosure summary={t("byPerson", { count: grid.rows.length })}>{table}</Disclosure>
    </>
  );
}

function Row({ row: { person, cases }, place, words }: { row: GridRow; place: number; words: CurriculumWords }) {
  const t = useTranslations("drills.grid");
  return (
    <tr>
      <th scope="row">
        <Link href={`/trainees/${person.id}#cases`}>{formatName(person, words.locale)}</Link>
      </th>
      {(cases[place]?.scenes ?? []).map((scene) => (
        <td key={scene.subCase} data-label={words.subCase(scene.subCase)}>
          <span className="scene-cell">
            <Mark kind={SCENE_MARKS[scene.state]} label={t(`states.${scene.state}`)} />
            {scene.on !== null && <span className="small">{sayScene(scene, words.locale, t)}</span>}
          </span>
        </td>
      ))}
    </tr>
  );
}
