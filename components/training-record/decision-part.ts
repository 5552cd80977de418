import { attestRuleIn } from "@/lib/domain/attestation";
import type { PaperRow, PaperTable } from "@/lib/paper/schema";
import type { JudgementEntry, RemarkEntry, RevocationEntry, StepEntry } from "@/lib/training-record/schema";
import { enrolmentOf, placeOf, type RecordSeen } from "./record-seen";
import { dayIn, nameIn, placeIn, type RecordWords } from "./record-words";

/** What mentors judged point by point; 'no occasion' with its reason. */
export function judgementTable(seen: RecordSeen, worded: RecordWords): PaperTable {
  const { t } = worded;
  return {
    kind: "table",
    id: "judgements",
    title: t("judgements.title"),
    columns: [
      { id: "day", head: t("heads.day"), share: 12, isShort: true },
      { id: "criterion", head: t("heads.criterion"), share: 24 },
      { id: "point", head: t("heads.point"), share: 24 },
      { id: "judgement", head: t("heads.judgement"), share: 11, isShort: true },
      { id: "judge", head: t("heads.judge"), share: 13 },
      { id: "comment", head: t("heads.comment"), share: 20 },
    ],
    rows: seen.judgements
      .toSorted((a, b) => (a.judged.on < b.judged.on ? 1 : -1))
      .map((each) => judgementRow(each, seen, worded)),
    empty: t("judgements.empty"),
  };
}

function judgementRow(each: JudgementEntry, seen: RecordSeen, worded: RecordWords): PaperRow {
  const { t, words } = worded;
  return {
    key: `${each.enrolmentId} ${each.criterionCode} ${each.checkpoint}`,
    cells: [
      dayIn(worded, each.judged.on),
      words.title(each.criterionCode),
      pointOf(each, seen, worded),
      judgementOf(each, worded),
      nameIn(worded, each.judged.by),
      each.comment ?? t("dash"),
    ],
  };
}

/** With the supervision at which it was judged, or that none was stated. */
function judgementOf({ judgement, supervision }: JudgementEntry, { t, records }: RecordWords): string {
  const judged = t(`judgements.${judgement}`);
  if (judgement === "noOccasion") return judged;
  const level = supervision === null ? "supervisionNotStated" : (`supervisions.${supervision}` as const);
  return t("judgements.atLevel", { judged, level: records(`form.${level}`) });
}

function pointOf({ enrolmentId, criterionCode, checkpoint }: JudgementEntry, seen: RecordSeen, { words }: RecordWords) {
  const criterion = enrolmentOf(seen, enrolmentId)?.curriculum.criterion(criterionCode);
  const rule = criterion ? attestRuleIn(criterion.rule) : null;
  return rule && "fromList" in rule.checkpoints
    ? words.listEntry(rule.checkpoints.fromList, checkpoint).title
    : words.part(criterionCode, checkpoint);
}

/** What was sent back and revoked, and what became of it. */
export function returnTable(seen: RecordSeen, worded: RecordWords): PaperTable {
  const { t } = worded;
  return {
    kind: "table",
    id: "returns",
    title: t("returns.title"),
    columns: [
      { id: "day", head: t("heads.day"), share: 12, isShort: true },
      { id: "target", head: t("heads.target"), share: 28 },
      { id: "kind", head: t("heads.kind"), share: 17 },
      { id: "reason", head: t("heads.reason"), share: 28 },
      { id: "handling", head: t("heads.handling"), share: 15 },
    ],
    rows: [
      ...seen.steps.flatMap((step) => step.revocations.flatMap((each) => revocationRows(each, step, worded))),
      ...seen.remarks.map((remark) => remarkRow(remark, seen, worded)),
    ],
    empty: t("returns.empty"),
  };
}

/** A row for the revocation, and another one for what lifted it. */
function revocationRows({ id, lifted, ...revoked }: RevocationEntry, step: StepEntry, worded: RecordWords): PaperRow[] {
  const { t } = worded;
  const row = (kind: "revoked" | "lifted", { on, by, reason }: Omit<RevocationEntry, "id" | "lifted">) => ({
    key: `${kind} ${id}`,
    cells: [
      dayIn(worded, on),
      placeIn(worded, step),
      t("returns.byOn", { kind: t(`returns.${kind}`), name: nameIn(worded, by) }),
      reason ?? t("leftOut"),
      t(kind === "lifted" ? "returns.stands" : lifted ? "returns.wasLifted" : "returns.stays"),
    ],
  });
  return [row("revoked", revoked), ...(lifted ? [row("lifted", lifted)] : [])];
}

function remarkRow(remark: RemarkEntry, seen: RecordSeen, worded: RecordWords): PaperRow {
  const { t, words } = worded;
  const criterion = words.title(remark.criterionCode);
  const target =
    remark.recordOn === null
      ? `${placeIn(worded, placeOf(seen, remark))} ${criterion}`
      : t("returns.recordOf", { day: dayIn(worded, remark.recordOn), criterion });
  return {
    key: remark.id,
    cells: [
      dayIn(worded, remark.made.on),
      target,
      t("returns.byOn", { kind: t("returns.sentBack"), name: nameIn(worded, remark.made.by) }),
      remark.reason ?? t("leftOut"),
      t(`returns.states.${remark.state}`),
    ],
  };
}
