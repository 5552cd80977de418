import { changedValues } from "@/lib/domain/rebasing";
import { type ChangeEntry, MENTOR_ACTS } from "@/lib/training-record/schema";
import { groupOf } from "./record-seen";
import { columnsIn, type TablePart } from "./record-table";
import {
  actedIn,
  byIn,
  dayIn,
  groupIn,
  nameIn,
  placeIn,
  type RecordWords,
  shortDigest,
  stageIn,
  teamIn,
  valueIn,
} from "./record-words";

/** What happened to the enrolments themselves, oldest first. */
export const changeTable: TablePart = (seen, worded) => ({
  kind: "table",
  id: "changes",
  title: worded.t("changes.title"),
  columns: columnsIn(worded, [
    ["day", 12, "short"],
    ["group", 20],
    ["what", 32],
    ["reason", 24],
    ["by", 12, "short"],
  ]),
  rows: seen.changes.map((change) => ({
    key: `${change.id} ${change.kind} ${change.step}`,
    cells: [
      dayIn(worded, change.on),
      groupIn(worded, change.roleGroupCode),
      changeIn(change, worded),
      change.reason ?? worded.t("dash"),
      byIn(worded, change.by),
    ],
  })),
});

function changeIn(change: ChangeEntry, worded: RecordWords): string {
  const { t } = worded;
  const what = t(`changes.${change.kind}`);
  const kind =
    change.step === null
      ? what
      : t("changes.step", { kind: what, step: stageIn(worded, { ...change, step: change.step }) });
  const detail = detailOf(change, worded);
  return detail === "" ? kind : t("changes.more", { kind, detail });
}

function detailOf(change: ChangeEntry, worded: RecordWords): string {
  const { t, words } = worded;
  const fromTo = (before: string, after: string) => t("changes.fromTo", { before, after });
  switch (change.kind) {
    case "transferred":
      return fromTo(teamIn(worded, change.before), teamIn(worded, change.after));
    case "tracks":
      return fromTo(tracksIn(worded, change.before), tracksIn(worded, change.after));
    case "moved":
    case "stays":
      return fromTo(shortDigest(change.before, 8), shortDigest(change.after, 8));
    case "target":
      return dayIn(worded, change.after);
    case "rebased":
      return changedValues(Object.keys(change.after), change.before, change.after)
        .map(({ code, before, after }) =>
          t("changes.value", {
            name: words.policy(code)?.title ?? code,
            before: valueIn(worded, code, before),
            after: valueIn(worded, code, after),
          }),
        )
        .join("\n");
    default:
      return "";
  }
}

const tracksIn = ({ enrolments }: RecordWords, tracks: Extract<ChangeEntry, { kind: "tracks" }>["after"]) =>
  tracks.map((track) => enrolments(`trackNames.${track}`)).join(" / ");

/** Items that the organisation added to what the person is measured by, or left out of it. */
export const localTable: TablePart = (seen, worded) => ({
  kind: "table",
  id: "local",
  title: worded.t("local.title"),
  note: worded.t("local.note"),
  columns: columnsIn(worded, [
    ["place", 18],
    ["item", 26],
    ["kind", 10, "short"],
    ["team", 14],
    ["reason", 20],
    ["by", 12],
  ]),
  rows: seen.local.map((each) => ({
    key: `${each.enrolmentId} ${each.id}`,
    cells: [
      placeIn(worded, { roleGroupCode: groupOf(seen, each), step: each.step }),
      worded.words.title(each.itemCode),
      worded.t(`local.${each.kind}`),
      each.team ? teamIn(worded, each.team) : worded.t("local.organisation"),
      each.reason ?? worded.t("leftOut"),
      actedIn(worded, each.made),
    ],
  })),
});

/** Who took on and decided how much of it. */
export const mentorTable: TablePart = (seen, worded) => ({
  kind: "table",
  id: "mentors",
  title: worded.t("mentors.title"),
  note: worded.t("mentors.note"),
  columns: columnsIn(worded, [
    ["group", 19],
    ["mentor", 14, "short"],
    ["heldCount", 8, "number"],
    ["verifiedCount", 8, "number"],
    ["sentBackCount", 8, "number"],
    ["judgedCount", 8, "number"],
    ["signedCount", 8, "number"],
    ["span", 27],
  ]),
  rows: seen.mentors.map((each, place) => ({
    key: `${each.enrolmentId} ${place}`,
    cells: [
      groupIn(worded, groupOf(seen, each)),
      nameIn(worded, each.by),
      ...MENTOR_ACTS.map((act) => String(each[act])),
      worded.t("person.leaveTo", { from: dayIn(worded, each.fromOn), to: dayIn(worded, each.toOn) }),
    ],
  })),
});
