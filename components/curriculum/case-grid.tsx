import { Mark, type MarkKind } from "@/components/ui/mark";
import { SectionHeading } from "@/components/ui/section-heading";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { useTranslations } from "@/lib/platform/words";
import type { OwnProgress } from "./own-progress";

const MARKS: Record<"verified" | "waiting" | "open", MarkKind> = {
  verified: "verified",
  waiting: "waiting",
  open: "open",
};

/** The 8 drill cases with their sub-cases; for who is enrolled, which of them are verified. */
export function CaseGrid({ words, own }: { words: CurriculumWords; own: OwnProgress | null }) {
  const t = useTranslations("curriculum");
  const { cases } = words.all;
  const scenes = cases.flatMap(({ subCases }) => subCases);
  const have = scenes.filter(({ code }) => own?.subCases.get(code) === "verified").length;
  return (
    <section className="sec">
      <SectionHeading
        id="cases"
        note={t("cases.note")}
        end={
          own
            ? t.rich("cases.own", { have, need: scenes.length, b: (chunks) => <b>{chunks}</b> })
            : t("cases.total", { cases: cases.length, scenes: scenes.length })
        }
      >
        {t("sections.cases")}
      </SectionHeading>
      <table className="casegrid">
        <caption className="vh">{t("sections.cases")}</caption>
        <tbody>
          {cases.map(({ code, number, name, description, subCases }) => (
            <tr key={code} id={code}>
              <td className="n">{number}</td>
              <th scope="row">{name}</th>
              <td>
                <p className="sub">{description}</p>
                <ul className="scenes">
                  {subCases.map((scene) => (
                    <li key={scene.code} id={scene.code}>
                      {own && <SceneMark state={own.subCases.get(scene.code) ?? "open"} />}
                      {scene.name}
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function SceneMark({ state }: { state: "verified" | "waiting" | "open" }) {
  const t = useTranslations("curriculum.cases.marks");
  return <Mark kind={MARKS[state]} label={t(state)} />;
}
