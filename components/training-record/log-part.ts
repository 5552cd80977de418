import type { PaperRow } from "@/lib/paper/schema";
import { formatMonth } from "@/lib/platform/format";
import type { ClaimEntry, RecordDetails, RecordEntry } from "@/lib/training-record/schema";
import { byReviewerIn } from "./decision-part";
import { columnsIn, type TablePart } from "./record-table";
import { actedIn, dayIn, groupIn, nameIn, type RecordWords, titleIn } from "./record-words";

/** Topics of basic and common education, with the day each was learned. */
export const educationTable: TablePart = ({ enrolments }, worded) => ({
  kind: "table",
  id: "education",
  title: worded.t("education.title"),
  columns: columnsIn(worded, [
    ["group", 24],
    ["topic", 60],
    ["doneOn", 16, "short"],
  ]),
  rows: enrolments.flatMap(({ training, curriculum }) => {
    const { enrolmentId, roleGroupCode } = training.ref;
    const doneOn = new Map(training.topicsDone.map((each) => [each.code, each.doneOn]));
    return curriculum
      .topicsOf(roleGroupCode)
      .filter((code) => doneOn.has(code))
      .map((code) => ({
        key: `${enrolmentId} ${code}`,
        cells: [groupIn(worded, roleGroupCode), titleIn(worded, code), dayIn(worded, doneOn.get(code) ?? null)],
      }));
  }),
});

/** Everything that was logged, with its evidence and who confirmed it. */
export const logTable: TablePart = ({ records }, worded) => ({
  kind: "table",
  id: "records",
  title: worded.t("records.title"),
  note: worded.t("records.note", { count: records.length }),
  columns: columnsIn(worded, [
    ["number", 6, "number"],
    ["day", 12, "short"],
    ["recordKind", 10],
    ["detail", 27],
    ["supervision", 9],
    ["claims", 18],
    ["evidence", 12],
    ["verified", 14],
  ]),
  rows: records.map((record) => logRow(record, worded)),
  onNewPage: true,
});

function logRow(record: RecordEntry, worded: RecordWords): PaperRow {
  const { t, records } = worded;
  const claims = record.claims.filter(({ state }) => state !== "withdrawn" || record.state !== "stands");
  return {
    key: record.id,
    cells: [
      String(record.number),
      dayIn(worded, record.happenedOn),
      records(`kinds.${record.kind}`),
      [titleOf(record, t), ...detailsOf(record, worded)].join("\n"),
      record.supervision === null ? t("dash") : records(`form.supervisions.${record.supervision}`),
      [...new Set(claims.map(({ criterionCode }) => titleIn(worded, criterionCode)))].join("\n") ||
        t("records.notClaimed"),
      evidenceOf(record, t),
      [...new Set(claims.map((claim) => claimState(claim, worded)))].join("\n") || t("dash"),
    ],
  };
}

function titleOf({ title, tlp, state, isCorrection }: RecordEntry, t: RecordWords["t"]): string {
  const said = title ?? (tlp === "RED" ? t("records.red") : t("leftOut"));
  if (state !== "stands") return t(`records.${state}`, { title: said });
  return isCorrection ? t("records.correction", { title: said }) : said;
}

/** What a reader of the record would see beside its title. */
function detailsOf(record: RecordEntry, worded: RecordWords): string[] {
  const { t } = worded;
  const { happenedOn, loggedOn, origin, details } = record;
  return [
    ...(details ? factsOf(details, worded) : []),
    ...(origin ? [t(`records.${origin}`)] : []),
    ...(loggedOn > happenedOn ? [t("records.logged", { day: dayIn(worded, loggedOn) })] : []),
  ];
}

function factsOf(details: RecordDetails, worded: RecordWords): string[] {
  const { t, words, locale } = worded;
  const { periodCovered, incidentRef, subCase, judged, right, mentorPresent, mentorPresentName } = details;
  const present = mentorPresent ? nameIn(worded, mentorPresent) : mentorPresentName;
  return [
    periodCovered && t("records.period", { month: formatMonth(periodCovered, locale) }),
    incidentRef && t("records.incident", { ref: incidentRef }),
    subCase && words.subCase(subCase),
    judged !== null && t("records.judged", { judged, right: right ?? 0 }),
    present && t("records.present", { name: present }),
  ].filter((text) => typeof text === "string");
}

function evidenceOf({ evidence, evidenceCount }: RecordEntry, t: RecordWords["t"]): string {
  if (evidence.length > 0) return evidence.join("\n");
  return evidenceCount > 0 ? t("records.evidence", { count: evidenceCount }) : t("dash");
}

function claimState({ state, verified, byReviewer }: ClaimEntry, worded: RecordWords): string {
  const { t } = worded;
  if (verified) return byReviewerIn(worded, actedIn(worded, verified), { byReviewer });
  if (state === "withdrawn") return t("records.taken");
  return t(state === "sentBack" ? "records.sentBack" : "records.waiting");
}
