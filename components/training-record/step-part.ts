import type { RequestEntry, StepEntry } from "@/lib/training-record/schema";
import { columnsIn, type TablePart } from "./record-table";
import { actedIn, dayIn, nameIn, placeIn, type RecordWords } from "./record-words";

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
