import { attestRuleIn } from "@/lib/domain/attestation";
import type { Said } from "@/lib/domain/second-opinion";
import type { PaperRow } from "@/lib/paper/schema";
import type {
  JudgementEntry,
  OpinionEntry,
  RemarkEntry,
  RevocationEntry,
  StepEntry,
  WithdrawalEntry,
} from "@/lib/training-record/schema";
import { enrolmentOf, placeOf, type RecordSeen } from "./record-seen";
import { columnsIn, type TablePart } from "./record-table";
import { dayIn, nameIn, placeIn, type RecordWords, titleIn } from "./record-words";

/** What mentors judged point by point, earlier judgements too; 'no occasion' with its reason. */
export const judgementTable: TablePart = (seen, worded) => ({
  kind: "table",
  id: "judgements",
  title: worded.t("judgements.title"),
  columns: columnsIn(worded, [
    ["day", 12, "short"],
    ["criterion", 24],
    ["point", 24],
    ["judgement", 11],
    ["judge", 13, "short"],
    ["comment", 20],
  ]),
  rows: seen.judgements.map((each) => ({
    key: each.id,
    cells: [
      dayIn(worded, each.judged.on),
      titleIn(worded, each.criterionCode),
      pointIn(seen, worded, each),
      judgementIn(each, worded),
      byReviewerIn(worded, nameIn(worded, each.judged.by), each),
      each.comment ?? worded.t("dash"),
    ],
  })),
});

function judgementIn({ judgement, supervision, counts }: JudgementEntry, worded: RecordWords): string {
  const { t } = worded;
  if (judgement === null) return t("judgements.apart");
  const said = judgedIn({ judgement, supervision }, worded);
  return counts ? said : t("judgements.before", { judgement: said });
}

/** With the supervision at which it was judged; of 'met' also that none was stated. */
function judgedIn({ judgement, supervision }: Pick<Said, "judgement" | "supervision">, { t, records }: RecordWords) {
  const judged = t(`judgements.${judgement}`);
  if (supervision === null && judgement !== "met") return judged;
  const level = records(supervision === null ? "form.supervisionNotStated" : `form.supervisions.${supervision}`);
  return t("judgements.atLevel", { judged, level });
}

export const byReviewerIn = ({ t }: RecordWords, said: string, { byReviewer }: { byReviewer: boolean }): string =>
  byReviewer ? t("records.byReviewer", { said }) : said;

type Point = { readonly enrolmentId: string; readonly criterionCode: string; readonly checkpoint: string };

function pointIn(seen: RecordSeen, { words }: RecordWords, { enrolmentId, criterionCode, checkpoint }: Point): string {
  const criterion = enrolmentOf(seen, enrolmentId)?.curriculum.criterion(criterionCode);
  const rule = criterion ? attestRuleIn(criterion.rule) : null;
  return rule && "fromList" in rule.checkpoints
    ? words.listEntry(rule.checkpoints.fromList, checkpoint).title
    : words.part(criterionCode, checkpoint);
}

/** Where two mentors judged the same apart, and what came of it. */
export const opinionTable: TablePart = (seen, worded) => ({
  kind: "table",
  id: "opinions",
  title: worded.t("opinions.title"),
  note: worded.t("opinions.note"),
  columns: columnsIn(worded, [
    ["day", 12, "short"],
    ["criterion", 24],
    ["asked", 18],
    ["opinion", 20],
    ["differences", 26],
  ]),
  rows: seen.opinions.map((each) => ({
    key: each.id,
    cells: [
      dayIn(worded, each.asked.on),
      titleIn(worded, each.criterionCode),
      worded.t("opinions.asked", { by: nameIn(worded, each.asked.by), of: nameIn(worded, each.askedOf) }),
      outcomeIn(each, worded),
      differencesIn(each, seen, worded),
    ],
  })),
});

function outcomeIn({ answeredOn, declined, comparison }: OpinionEntry, worded: RecordWords): string {
  const { t } = worded;
  if (answeredOn === null) return t("opinions.waiting");
  const day = dayIn(worded, answeredOn);
  if (declined) return t("opinions.declined", { day });
  if (!comparison) return t("opinions.waitingFirst", { day });
  const count = comparison.filter(({ differs }) => differs).length;
  return count === 0 ? t("opinions.same", { day }) : t("opinions.differs", { day, count });
}

function differencesIn(opinion: OpinionEntry, seen: RecordSeen, worded: RecordWords): string {
  const { t } = worded;
  const lines = (opinion.comparison ?? [])
    .filter(({ differs }) => differs)
    .map(({ checkpoint, first, second }) =>
      t("opinions.difference", {
        point: pointIn(seen, worded, { ...opinion, checkpoint }),
        first: judgedIn(first, worded),
        second: judgedIn(second, worded),
      }),
    );
  return lines.join("\n") || (opinion.declineReason ?? t("dash"));
}

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
