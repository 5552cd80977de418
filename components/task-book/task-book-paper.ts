import { ruleConditions } from "@/components/curriculum/rule-conditions";
import { ruleSentence } from "@/components/curriculum/rule-text";
import type { EnrolmentSeen, StepSeen } from "@/components/training/enrolment-seen";
import { needText } from "@/components/training/have-need";
import { shortDigest } from "@/components/training-record/record-words";
import type { Printed } from "@/components/training-record/training-record-paper";
import { attestRuleIn, checkpointsOf } from "@/lib/domain/attestation";
import type { CriterionNode, StepStructure } from "@/lib/domain/curriculum";
import { shortCodeOf } from "@/lib/domain/short-code";
import type { Paper, PaperCell, PaperFacts, PaperRow, PaperTable } from "@/lib/paper/schema";
import { formatDay, formatInstant, formatName } from "@/lib/platform/format";
import { type BookWords, stageIn } from "./book-words";

/** A STEP to be carried about: measured, with who it is for. */
export type BookSeen = {
  readonly trainee: { readonly name: string; readonly latinName: string };
  readonly enrolment: EnrolmentSeen;
  readonly measured: StepSeen;
};

const placeIn = ({ enrolment, measured }: BookSeen, worded: BookWords) =>
  stageIn(enrolment.training.ref.roleGroupCode, measured.step, worded);

const BOX: PaperCell = { blank: "box" };
const ROOM: PaperCell = { blank: "line" };
const LOG_ROWS = 25;

/** STEPの冊子: what to aim at, learn, do and show, with room for days and initials. */
export function taskBookPaper(seen: BookSeen, worded: BookWords, { by, at, organisation }: Printed): Paper {
  const { t, locale } = worded;
  const structure = structureOf(seen);
  const place = placeIn(seen, worded);
  const name = formatName(seen.trainee, locale);
  const tables = structure
    ? [goals(structure, seen, worded), tasks(structure, seen, worded), ...criteria(seen, worded)]
    : [topics(seen, worded)];
  return {
    locale,
    title: t("titleOf", { place }),
    sub: t("sub"),
    seals: [t("seals.trainee"), t("seals.mentor")],
    blocks: [facts(seen, worded), ...tables.filter(({ rows }) => rows.length > 0), log(worded)],
    foot: {
      left: t("foot.left", { organisation: locale === "ja" ? organisation.nameJa : organisation.nameEn, place, name }),
      middle: t("foot.middle", { at: formatInstant(at, locale), by: formatName(by, locale) }),
      page: (page, pages) => t("foot.page", { page: String(page), pages: String(pages) }),
    },
  };
}

function structureOf({ enrolment, measured }: BookSeen): StepStructure | undefined {
  const { roleGroupCode } = enrolment.training.ref;
  return roleGroupCode === null
    ? undefined
    : enrolment.curriculum.stepsOf(roleGroupCode).find(({ step }) => step === measured.step);
}

function facts(seen: BookSeen, worded: BookWords): PaperFacts {
  const { t, locale } = worded;
  const { training, curriculum } = seen.enrolment;
  const opened = seen.measured.openedOn;
  const mentors = training.mentors.map((mentor) => formatName(mentor, locale)).join(locale === "ja" ? "、" : ", ");
  return {
    kind: "facts",
    id: "person",
    title: null,
    facts: [
      { label: t("facts.name"), value: formatName(seen.trainee, locale) },
      { label: t("facts.place"), value: placeIn(seen, worded) },
      { label: t("facts.openedOn"), value: opened === null ? t("facts.notOpened") : formatDay(opened, locale) },
      { label: t("facts.mentors"), value: mentors || t("facts.none") },
      { label: t("facts.edition"), value: shortDigest(curriculum.digest) },
    ],
  };
}

type Nested = { readonly code: string; readonly track?: string; readonly children: readonly Nested[] };
type Line = { readonly code: string; readonly depth: number; readonly isLeaf: boolean };

/** Items as the source nests them, of the tracks that the enrolment covers. */
const linesOf = (items: readonly Nested[], tracks: readonly string[], depth = 0): Line[] =>
  items
    .filter(({ track }) => track === undefined || tracks.includes(track))
    .flatMap(({ code, children }) => [
      { code, depth, isLeaf: children.length === 0 },
      ...linesOf(children, tracks, depth + 1),
    ]);

const indented = ({ code, depth }: Line, { words }: BookWords) => `${"　".repeat(depth)}${words.text(code)}`;

function goals(structure: StepStructure, { enrolment }: BookSeen, worded: BookWords): PaperTable {
  const { t } = worded;
  return {
    kind: "table",
    id: "goals",
    title: t("goals"),
    columns: [{ id: "goal", head: t("heads.goal"), share: 1 }],
    rows: linesOf(structure.goals, enrolment.training.tracks).map((line) => ({
      key: line.code,
      cells: [indented(line, worded)],
    })),
  };
}

const ticked = (worded: BookWords, title: string, item: string) => ({
  kind: "table" as const,
  title,
  columns: [
    { id: "box", head: "✓", share: 5 },
    { id: "item", head: item, share: 63 },
    { id: "day", head: worded.t("heads.day"), share: 17, isShort: true },
    { id: "initials", head: worded.t("heads.initials"), share: 15 },
  ],
});

/** A heading has nothing to tick; what is done already has its day. */
function tickRow(line: Line, doneOn: string | undefined, worded: BookWords): PaperRow {
  const text = indented(line, worded);
  if (!line.isLeaf) return { key: line.code, cells: ["", text, "", ""] };
  const done = doneOn === undefined ? null : formatDay(doneOn, worded.locale);
  return { key: line.code, cells: [done === null ? BOX : "✓", text, done ?? ROOM, ROOM] };
}

function tasks(structure: StepStructure, { enrolment }: BookSeen, worded: BookWords): PaperTable {
  const { topicsDone, tracks } = enrolment.training;
  const doneOn = new Map(topicsDone.map((each) => [each.code, each.doneOn]));
  return {
    ...ticked(worded, worded.t("tasks"), worded.t("heads.task")),
    id: "tasks",
    rows: linesOf(structure.tasks, tracks).map((line) => tickRow(line, doneOn.get(line.code), worded)),
  };
}

function topics({ enrolment }: BookSeen, worded: BookWords): PaperTable {
  const { training, curriculum } = enrolment;
  const { roleGroupCode } = training.ref;
  const nodes =
    roleGroupCode === null ? curriculum.structure.basicEducation : curriculum.roleGroup(roleGroupCode).commonEducation;
  const doneOn = new Map(training.topicsDone.map((each) => [each.code, each.doneOn]));
  return {
    ...ticked(worded, worded.t("topics"), worded.t("heads.topic")),
    id: "topics",
    rows: linesOf(nodes, []).map((line) => tickRow(line, doneOn.get(line.code), worded)),
  };
}

function criteria(seen: BookSeen, worded: BookWords): PaperTable[] {
  const { t } = worded;
  const { curriculum } = seen.enrolment;
  const all = seen.measured.progress?.criteria ?? [];
  const rows = all.flatMap((progress) => {
    const criterion = curriculum.criterion(progress.criterionCode);
    const have = t("haveNeed", { have: progress.have, need: needText(progress, worded.progress) });
    return criterion ? [criterionRow(criterion, have, seen, worded)] : [];
  });
  const table: PaperTable = {
    kind: "table",
    id: "criteria",
    title: t("criteria"),
    note: t("criteriaNote"),
    columns: [
      { id: "code", head: t("heads.code"), share: 9, isShort: true },
      { id: "criterion", head: t("heads.criterion"), share: 37 },
      { id: "rule", head: t("heads.rule"), share: 40 },
      { id: "have", head: t("heads.have"), share: 14, isNumber: true, isShort: true },
    ],
    rows,
  };
  const points = pointRows(seen, worded);
  if (points.length === 0) return [table];
  return [table, { ...ticked(worded, t("points"), t("heads.point")), id: "points", rows: points }];
}

function criterionRow(criterion: CriterionNode, have: string, { measured }: BookSeen, worded: BookWords): PaperRow {
  const { words, rules } = worded;
  const needed = [
    ruleSentence(criterion, measured.policy, rules, words),
    ...ruleConditions(criterion, measured.policy, rules, words),
  ];
  const text = `${words.title(criterion.code)}\n${words.text(criterion.code)}`;
  return { key: criterion.code, cells: [shortCodeOf(criterion.code), text, needed.join("\n"), have] };
}

/** Every point that a mentor judges. */
function pointRows({ enrolment, measured }: BookSeen, { words, t }: BookWords): PaperRow[] {
  return (measured.progress?.criteria ?? []).flatMap(({ criterionCode }) => {
    const criterion = enrolment.curriculum.criterion(criterionCode);
    const rule = criterion ? attestRuleIn(criterion.rule) : null;
    if (!rule) return [];
    const list = "fromList" in rule.checkpoints ? rule.checkpoints.fromList : null;
    return checkpointsOf(rule, measured.policy).map((point) => ({
      key: `${criterionCode} ${point}`,
      cells: [
        BOX,
        t("pointOf", {
          code: shortCodeOf(criterionCode),
          point: list === null ? words.part(criterionCode, point) : words.listEntry(list, point).title,
        }),
        ROOM,
        ROOM,
      ],
    }));
  });
}

/** Empty lines to log on; typed in later by the code. */
function log({ t }: BookWords): PaperTable {
  return {
    kind: "table",
    id: "log",
    title: t("log"),
    note: t("logNote"),
    onNewPage: true,
    columns: [
      { id: "day", head: t("heads.day"), share: 13 },
      { id: "code", head: t("heads.code"), share: 12 },
      { id: "what", head: t("heads.what"), share: 40 },
      { id: "supervision", head: t("heads.supervision"), share: 10 },
      { id: "evidence", head: t("heads.evidence"), share: 13 },
      { id: "initials", head: t("heads.initials"), share: 12 },
    ],
    rows: Array.from({ length: LOG_ROWS }, (_, row) => ({
      key: `log ${row}`,
      cells: [ROOM, ROOM, ROOM, ROOM, ROOM, ROOM],
    })),
  };
}
