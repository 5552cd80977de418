import { Mark, type MarkKind } from "@/components/ui/mark";
import type { CellState } from "./cell";

export type DrillScene = { key: string; state: CellState; stateWord: string; name: string };
export type DrillCaseRow = { number: number; name: string; scenes: readonly DrillScene[] };

const MARKS: Record<CellState, MarkKind> = {
  verified: "verified",
  waiting: "waiting",
  now: "now",
  open: "open",
  gap: "broken",
  sentBack: "broken",
  before: "before",
  noOccasion: "notNeeded",
  leave: "notNeeded",
};

/** The drill cases with their scenes by name. */
export function CaseTable({ caption, cases }: { caption: string; cases: readonly DrillCaseRow[] }) {
  return (
    <table data-slot="case-table" className="casegrid">
      <caption className="vh">{caption}</caption>
      <tbody>
        {cases.map(({ number, name, scenes }) => (
          <tr key={number}>
            <td className="n">{number}</td>
            <th scope="row">{name}</th>
            <td>
              <ul className="scenes">
                {scenes.map(({ key, state, stateWord, name: scene }) => (
                  <li key={key}>
                    <Mark kind={MARKS[state]} label={stateWord} />
                    {scene}
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
