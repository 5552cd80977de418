import { ruleSentence } from "@/components/curriculum/rule-text";
import type { StepEntry } from "@/lib/training-record/schema";
import type { RecordSeen } from "./record-seen";
import { columnsIn, type TablePart } from "./record-table";
import { dayIn, placeIn, type RecordWords, shortDigest } from "./record-words";

/** What the sign-offs rest on, criterion by criterion, as it was on that day: the rule, the number, the records. */
export const metTable: TablePart = (seen, worded) => ({
  kind: "table",
  id: "met",
  title: worded.t("met.title"),
  note: worded.t("met.note"),
  columns: columnsIn(worded, [
    ["place", 18],
    ["criterion", 24],
    ["rule", 24],
    ["have", 9, "number"],
    ["metOn", 12, "short"],
    ["basisRecords", 15],
  ]),
  rows: seen.steps.flatMap((step) => metRows(step, numbersOf(seen), worded)),
});

/** The number under which the record of a claim is listed. */
const numbersOf = ({ records }: RecordSeen) =>
  new Map(records.flatMap(({ claims, number }) => claims.map(({ id }) => [id, number] as const)));

function metRows(step: StepEntry, numbers: ReadonlyMap<string, number>, worded: RecordWords) {
  const { t, locale, rules, words } = worded;
  return step.items.flatMap(({ code, title, rule, have, need, metOn, counted }) => {
    if (rule === null) return [];
    const records = counted.flatMap((id) => numbers.get(id) ?? []).toSorted((a, b) => a - b);
    const sentence = ruleSentence({ code, rule }, step.policy, rules, words);
    const cells = [
      placeIn(worded, step),
      title[locale],
      sentence,
      t("met.haveNeed", { have, need }),
      dayIn(worded, metOn),
      records.join(", ") || t("dash"),
    ];
    return [{ key: `${step.id} ${code}`, cells }];
  });
}

/** By what each sign-off and recognition is found in the audit trail. */
export const proofTable: TablePart = ({ steps }, worded) => ({
  kind: "table",
  id: "signed",
  title: worded.t("proof.signed"),
  note: worded.t("proof.signedNote"),
  columns: columnsIn(worded, [
    ["place", 22],
    ["event", 12, "number"],
    ["edition", 14],
    ["digest", 52],
  ]),
  rows: steps.map((step) => ({
    key: step.id,
    cells: [
      placeIn(worded, step),
      step.event === null ? worded.t("dash") : worded.t("proof.eventOf", { event: String(step.event) }),
      shortDigest(step.edition, 8),
      shortDigest(step.digest, 64),
    ],
  })),
});
