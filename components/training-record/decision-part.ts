import { attestRuleIn } from "@/lib/domain/attestation";
import type { Said } from "@/lib/domain/second-opinion";
import type { JudgementEntry, OpinionEntry } from "@/lib/training-record/schema";
import { enrolmentOf, type RecordSeen } from "./record-seen";
import { columnsIn, type TablePart } from "./record-table";
import { dayIn, nameIn, type RecordWords, titleIn } from "./record-words";

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
