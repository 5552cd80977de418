import { ruleSentence } from "@/components/curriculum/rule-text";
import type { RequestEntry, StepEntry } from "@/lib/training-record/schema";
import type { RecordSeen } from "./record-seen";
import { columnsIn, type TablePart } from "./record-table";
import { actedIn, dayIn, nameIn, placeIn, type RecordWords, shortDigest } from "./record-words";

/** Who signed what off, recognised and revoked ones told as such. */
export const stepTable: TablePart = ({ steps }, worded) => ({
  kind: "table",
  id: "steps",
  title: worded.t("steps.title"),
  columns: columnsIn(worded, [
    ["place", 24],
    ["kind", 20],
    ["signed", 16],
    ["countersigner", 16],
    ["basis", 24],
  ]),
  rows: steps.map((step) => ({
    key: step.id,
    cells: [
      placeIn(worded, step),
      kindOf(step, worded),
      actedIn(worded, step.signed),
      actedIn(worded, step.countersigned),
      basisOf(step, worded.t),
    ],
  })),
});

function basisOf({ kind, step, claims, items, reason }: StepEntry, t: RecordWords["t"]): string {
  if (kind === "recognition") return reason ?? t("leftOut");
  return step === 0 ? t("steps.topics", { count: items.length }) : t("steps.basis", { count: claims });
}

/** 承認, with everything that was done to it since. */
function kindOf({ kind, byReviewer, revocations }: StepEntry, worded: RecordWords): string {
  const { t } = worded;
  const word = t(`steps.${kind}`);
  const acts = revocations.flatMap((each) => [
    t("steps.revoked", { day: dayIn(worded, each.on), name: nameIn(worded, each.by) }),
    ...(each.lifted
      ? [t("steps.lifted", { day: dayIn(worded, each.lifted.on), name: nameIn(worded, each.lifted.by) })]
      : []),
  ]);
  return [byReviewer ? t("steps.byReviewer", { kind: word }) : word, ...acts].join("\n");
}

/** Every request for a sign-off: who took it on, and what became of it. */
export const requestTable: TablePart = ({ requests }, worded) => ({
  kind: "table",
  id: "requests",
  title: worded.t("requests.title"),
  columns: columnsIn(worded, [
    ["requested", 12, "short"],
    ["place", 22],
    ["held", 18],
    ["outcome", 24],
    ["comment", 24],
  ]),
  rows: requests.map((request) => ({
    key: request.id,
    cells: [
      dayIn(worded, request.askedOn),
      placeIn(worded, request),
      request.held.map((each) => actedIn(worded, each)).join("\n") || worded.t("dash"),
      becameOf(request, worded),
      [request.note, request.comment].filter((text) => text !== null).join("\n") || worded.t("dash"),
    ],
  })),
});

function becameOf({ signed, outcome, decided }: RequestEntry, worded: RecordWords): string {
  const { t } = worded;
  const words = (each: typeof decided) => ({
    name: each ? nameIn(worded, each.by) : "",
    day: dayIn(worded, each?.on ?? null),
  });
  const signature = signed ? [t("requests.signature", words(signed))] : [];
  const end =
    outcome === null
      ? t("requests.waiting")
      : t("requests.decided", { kind: t(`requests.${outcome}`), ...words(decided) });
  return [...signature, end].join("\n");
}

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
