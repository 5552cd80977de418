import { ruleSentence } from "@/components/curriculum/rule-text";
import { openStepOf, type StepSeen } from "@/components/training/enrolment-seen";
import { needText } from "@/components/training/have-need";
import type { CriterionProgress, Progress } from "@/lib/domain/progress";
import type { PaperCell, PaperMark, PaperRow } from "@/lib/paper/schema";
import type { EnrolmentRecorded } from "./record-seen";
import { columnsIn, type TablePart } from "./record-table";
import { dayIn, placeIn, type RecordWords, titleIn } from "./record-words";

/** As many marks as one line of the table holds twice. */
const MARKS = 30;

/** The criteria of the STEPs that are open, with the same marks as on the screen. */
export const openTable: TablePart = ({ enrolments }, worded) => ({
  kind: "table",
  id: "open",
  title: worded.t("open.title"),
  note: worded.t("open.note"),
  columns: columnsIn(worded, [
    ["place", 18],
    ["criterion", 24],
    ["rule", 26],
    ["have", 10, "number"],
    ["state", 22],
  ]),
  rows: enrolments.filter(({ training }) => training.endedOn === null).flatMap((each) => openRows(each, worded)),
});

function openRows(enrolment: EnrolmentRecorded, worded: RecordWords): PaperRow[] {
  const open = openStepOf(enrolment);
  if (!open) return [];
  const { enrolmentId, roleGroupCode } = enrolment.training.ref;
  const place = placeIn(worded, { roleGroupCode, step: open.step });
  const rows = open.progress?.criteria.map((each) => criterionCells(each, open, enrolment, worded)) ?? [
    topicCells(open, worded),
  ];
  return rows.map((cells, number) => ({ key: `${enrolmentId} ${number}`, cells: [place, ...cells] }));
}

function topicCells({ topics }: StepSeen, { t }: RecordWords): PaperCell[] {
  const tally = t("open.topicsTally", { done: topics?.done.length ?? 0, all: topics?.all ?? 0 });
  return [t("open.topics"), t("open.topicsRule"), tally, t("dash")];
}

function criterionCells(
  progress: CriterionProgress,
  { policy }: StepSeen,
  { curriculum }: EnrolmentRecorded,
  worded: RecordWords,
): PaperCell[] {
  const { words, rules, progress: p, t } = worded;
  const criterion = curriculum.criterion(progress.criterionCode);
  return [
    titleIn(worded, progress.criterionCode),
    criterion ? ruleSentence(criterion, policy, rules, words) : t("dash"),
    t("open.haveNeed", { have: progress.have, need: needText(progress, p) }),
    stateCell(progress, worded),
  ];
}

function stateCell(progress: CriterionProgress, worded: RecordWords): PaperCell {
  const { t, progress: p } = worded;
  if (progress.met) {
    return progress.metOn ? t("open.metOn", { day: dayIn(worded, progress.metOn) }) : t("open.met");
  }
  const marks = marksOf(progress);
  if (marks.length === 0 || marks.length > MARKS) return partsOf(progress, worded);
  const states = [...Map.groupBy(marks, (mark) => mark)].map(([mark, all]) => `${p(`states.${mark}`)} ${all.length}`);
  return { marks, label: states.join(" ") };
}

/** Where marks cannot tell it: how far each part is. */
const partsOf = ({ parts }: Progress, { t, progress: p }: RecordWords): string =>
  parts.map((part) => t("open.haveNeed", { have: part.have, need: needText(part, p) })).join("\n") || t("dash");

const marksOf = ({ slots, parts }: Progress): PaperMark[] =>
  slots.length > 0 ? slots.map(({ state }) => state) : parts.flatMap(marksOf);
