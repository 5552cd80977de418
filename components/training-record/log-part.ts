import type { PaperRow, PaperTable } from "@/lib/paper/schema";
import type { ClaimEntry, RecordEntry } from "@/lib/training-record/schema";
import type { RecordSeen } from "./record-seen";
import { dayIn, groupIn, nameIn, type RecordWords } from "./record-words";

/** Topics of basic and common education, with the day each was learned. */
export function educationTable({ enrolments }: RecordSeen, worded: RecordWords): PaperTable {
  const { t, words } = worded;
  return {
    kind: "table",
    id: "education",
    title: t("education.title"),
    columns: [
      { id: "group", head: t("heads.group"), share: 24 },
      { id: "topic", head: t("heads.topic"), share: 60 },
      { id: "doneOn", head: t("heads.doneOn"), share: 16, isShort: true },
    ],
    rows: enrolments.flatMap(({ training, curriculum }) => {
      const { enrolmentId, roleGroupCode } = training.ref;
      const doneOn = new Map(training.topicsDone.map((each) => [each.code, each.doneOn]));
      return curriculum
        .topicsOf(roleGroupCode)
        .filter((code) => doneOn.has(code))
        .map((code) => ({
          key: `${enrolmentId} ${code}`,
          cells: [groupIn(worded, roleGroupCode), words.title(code), dayIn(worded, doneOn.get(code) ?? null)],
        }));
    }),
    empty: t("education.empty"),
  };
}

/** Everything that was logged, with its evidence and who confirmed it. */
export function logTable({ records }: RecordSeen, worded: RecordWords): PaperTable {
  const { t } = worded;
  return {
    kind: "table",
    id: "records",
    title: t("records.title"),
    note: t("records.note", { count: records.length }),
    columns: [
      { id: "day", head: t("heads.day"), share: 12, isShort: true },
      { id: "kind", head: t("heads.recordKind"), share: 12 },
      { id: "title", head: t("heads.recordTitle"), share: 24 },
      { id: "supervision", head: t("heads.supervision"), share: 10 },
      { id: "claims", head: t("heads.claims"), share: 20 },
      { id: "evidence", head: t("heads.evidence"), share: 12 },
      { id: "verified", head: t("heads.verified"), share: 14 },
    ],
    rows: records.map((record) => logRow(record, worded)),
    empty: t("records.empty"),
    onNewPage: true,
  };
}

function logRow(record: RecordEntry, worded: RecordWords): PaperRow {
  const { t, records, words } = worded;
  const claims = record.claims.filter(({ state }) => state !== "withdrawn" || record.state !== "stands");
  return {
    key: record.id,
    cells: [
      dayIn(worded, record.happenedOn),
      records(`kinds.${record.kind}`),
      titleOf(record, t),
      record.supervision === null ? t("dash") : records(`form.supervisions.${record.supervision}`),
      [...new Set(claims.map(({ criterionCode }) => words.title(criterionCode)))].join("\n") || t("records.notClaimed"),
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

function evidenceOf({ evidence, evidenceCount }: RecordEntry, t: RecordWords["t"]): string {
  if (evidence.length > 0) return evidence.join("\n");
  return evidenceCount > 0 ? t("records.evidence", { count: evidenceCount }) : t("dash");
}

function claimState({ state, verified }: ClaimEntry, worded: RecordWords): string {
  const { t } = worded;
  if (verified) return t("records.verified", { name: nameIn(worded, verified.by), day: dayIn(worded, verified.on) });
  if (state === "withdrawn") return t("records.taken");
  return t(state === "sentBack" ? "records.sentBack" : "records.waiting");
}
