import type { PaperRow } from "@/lib/paper/schema";
import type { RemarkEntry, RevocationEntry, StepEntry, WithdrawalEntry } from "@/lib/training-record/schema";
import { placeOf, type RecordSeen } from "./record-seen";
import { columnsIn, type TablePart } from "./record-table";
import { dayIn, nameIn, placeIn, type RecordWords, titleIn } from "./record-words";

/** What was sent back, taken back and revoked, and what became of it. */
export const returnTable: TablePart = (seen, worded) => ({
  kind: "table",
  id: "returns",
  title: worded.t("returns.title"),
  columns: columnsIn(worded, [
    ["day", 12, "short"],
    ["target", 28],
    ["kind", 17],
    ["reason", 28],
    ["handling", 15],
  ]),
  rows: [
    ...seen.steps.flatMap((step) => step.revocations.flatMap((each) => revocationRows(each, step, worded))),
    ...seen.withdrawals.map((each) => withdrawalRow(each, worded)),
    ...seen.remarks.map((remark) => remarkRow(remark, seen, worded)),
  ],
});

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

function withdrawalRow({ id, made, verified, ...of }: WithdrawalEntry, worded: RecordWords): PaperRow {
  const { t } = worded;
  return {
    key: id,
    cells: [
      dayIn(worded, made.on),
      t("returns.recordOf", { day: dayIn(worded, of.recordOn), criterion: titleIn(worded, of.criterionCode) }),
      t("returns.byOn", { kind: t("returns.unverified"), name: nameIn(worded, made.by) }),
      of.reason ?? t("leftOut"),
      t("returns.verifiedBy", { name: nameIn(worded, verified.by), day: dayIn(worded, verified.on) }),
    ],
  };
}

function remarkRow(remark: RemarkEntry, seen: RecordSeen, worded: RecordWords): PaperRow {
  const { t } = worded;
  const criterion = titleIn(worded, remark.criterionCode);
  const target =
    remark.recordOn === null
      ? `${placeIn(worded, placeOf(seen, remark))} ${criterion}`
      : t("returns.recordOf", { day: dayIn(worded, remark.recordOn), criterion });
  const state = t(`returns.states.${remark.state}`);
  return {
    key: remark.id,
    cells: [
      dayIn(worded, remark.made.on),
      target,
      t("returns.byOn", { kind: t("returns.sentBack"), name: nameIn(worded, remark.made.by) }),
      remark.reason ?? t("leftOut"),
      remark.answer ? t("returns.answered", { state, answer: remark.answer }) : state,
    ],
  };
}
