import type { PaperTable } from "@/lib/paper/schema";
import type { StepEntry } from "@/lib/training-record/schema";
import type { RecordSeen } from "./record-seen";
import { actedIn, dayIn, groupIn, nameIn, placeIn, type RecordWords, shortDigest, stageIn } from "./record-words";

/** Who signed what off, recognised and revoked ones told as such. */
export function stepTable({ steps }: RecordSeen, worded: RecordWords): PaperTable {
  const { t } = worded;
  return {
    kind: "table",
    id: "steps",
    title: t("steps.title"),
    note: t("steps.note"),
    columns: [
      { id: "group", head: t("heads.group"), share: 20 },
      { id: "step", head: t("heads.step"), share: 11, isShort: true },
      { id: "kind", head: t("heads.kind"), share: 17 },
      { id: "signedOn", head: t("heads.signedOn"), share: 12, isShort: true },
      { id: "signer", head: t("heads.signer"), share: 12 },
      { id: "countersigner", head: t("heads.countersigner"), share: 13 },
      { id: "basis", head: t("heads.basis"), share: 14 },
      { id: "digest", head: t("heads.digest"), share: 11, isShort: true },
    ],
    rows: steps.map((step) => stepRow(step, worded)),
    empty: t("steps.empty"),
  };
}

function stepRow(step: StepEntry, worded: RecordWords) {
  const { t } = worded;
  return {
    key: step.id,
    cells: [
      groupIn(worded, step.roleGroupCode),
      stageIn(worded, step),
      kindOf(step, worded),
      dayIn(worded, step.signed.on),
      nameIn(worded, step.signed.by),
      actedIn(worded, step.countersigned),
      basisOf(step, t),
      shortDigest(step.digest, 8),
    ],
  };
}

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

/** What the sign-offs rest on, criterion by criterion, as it was on that day. */
export function metTable({ steps }: RecordSeen, worded: RecordWords): PaperTable {
  const { t, locale } = worded;
  return {
    kind: "table",
    id: "met",
    title: t("met.title"),
    note: t("met.note"),
    columns: [
      { id: "place", head: t("heads.place"), share: 28 },
      { id: "criterion", head: t("heads.criterion"), share: 44 },
      { id: "have", head: t("heads.have"), share: 12, isShort: true, isNumber: true },
      { id: "metOn", head: t("heads.metOn"), share: 16, isShort: true },
    ],
    rows: steps.flatMap((step) =>
      step.items
        .filter(({ rule }) => rule !== null)
        .map(({ code, title, have, need, metOn }) => ({
          key: `${step.id} ${code}`,
          cells: [placeIn(worded, step), title[locale], t("met.haveNeed", { have, need }), dayIn(worded, metOn)],
        })),
    ),
    empty: t("met.empty"),
  };
}
