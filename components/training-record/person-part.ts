import type { PaperFacts } from "@/lib/paper/schema";
import type { MembershipSeen, PersonEntry } from "@/lib/training-record/schema";
import type { EnrolmentRecorded, RecordSeen } from "./record-seen";
import { columnsIn, type TablePart } from "./record-table";
import { byIn, dayIn, groupIn, nameIn, type RecordWords, shortDigest, teamIn } from "./record-words";

/** Who it is about. */
export function personFacts(seen: RecordSeen, worded: RecordWords, untold: readonly string[]): PaperFacts {
  const { person, enrolments, textsLeftOut } = seen;
  const { t, locale } = worded;
  const name = nameIn(worded, person);
  const teams = person.memberships.map((each) => membership(each, worded));
  const reached = enrolments.flatMap((each) => proficiency(each, worded) ?? []);
  const facts = [
    { label: t("person.name"), value: locale === "ja" ? t("person.named", { name, reading: person.reading }) : name },
    { label: t("person.number"), value: person.employeeNumber ?? t("dash") },
    { label: t("person.teams"), value: teams.join("\n") || t("person.none") },
    { label: t("person.affiliation"), value: worded.people(`affiliations.${person.affiliation}`) },
    ...stay(person, worded),
    { label: t("person.proficiency"), value: reached.join(" / ") || t("person.none") },
    ...some(t("person.untold"), untold, locale === "ja" ? "、" : ", "),
    ...some(t("leftOut"), textsLeftOut ? [t("person.textsLeftOut")] : []),
  ];
  return { kind: "facts", id: "person", title: null, facts };
}

const some = (label: string, values: readonly string[], between = "\n") =>
  values.length === 0 ? [] : [{ label, value: values.join(between) }];

/** Until when somebody is here, and when they were away; leave is without a cause. */
function stay({ endsOn, deactivations, leaves }: PersonEntry, worded: RecordWords) {
  const { t } = worded;
  const ended = deactivations.map(({ by, on, back }) => {
    const [name, day] = [byIn(worded, by), dayIn(worded, on)];
    if (!back) return t("person.deactivatedOn", { name, day });
    const again = { backName: nameIn(worded, back.by), backDay: dayIn(worded, back.on) };
    return t("person.deactivatedBack", { name, day, ...again });
  });
  const away = leaves.map(({ fromOn, toOn }) => {
    const from = dayIn(worded, fromOn);
    return toOn === null ? t("person.leaveOpen", { from }) : t("person.leaveTo", { from, to: dayIn(worded, toOn) });
  });
  return [
    ...some(t("person.endsOn"), endsOn === null ? [] : [dayIn(worded, endsOn)]),
    ...some(t("person.deactivated"), ended),
    ...some(t("person.leave"), away),
  ];
}

function membership({ fromOn, toOn, isMain, ...names }: MembershipSeen, worded: RecordWords): string {
  const { t } = worded;
  const team = teamIn(worded, names);
  const from = dayIn(worded, fromOn);
  if (toOn === null) return t(isMain ? "person.main" : "person.additional", { team, from });
  return t(isMain ? "person.mainTo" : "person.additionalTo", { team, from, to: dayIn(worded, toOn) });
}

/** インシデント対応 見習い; nothing for basic education. */
function proficiency({ training, states }: EnrolmentRecorded, worded: RecordWords): string | null {
  const { roleGroupCode } = training.ref;
  if (roleGroupCode === null || training.endedOn !== null) return null;
  return worded.t("place", { group: groupIn(worded, roleGroupCode), step: levelIn(states, worded) });
}

function levelIn(states: EnrolmentRecorded["states"], { t, training }: RecordWords): string {
  const reached = states.findLast(({ step, completion }) => step > 0 && completion !== null);
  if (!reached || reached.step === 0) return t("enrolments.training");
  const level = training(`map.proficiency.${reached.step}`);
  return reached.state === "recognised" ? t("person.recognised", { level }) : level;
}

/** Each enrolment with the edition that it is measured by. */
export const enrolmentTable: TablePart = ({ enrolments }, worded) => ({
  kind: "table",
  id: "enrolments",
  title: worded.t("enrolments.title"),
  columns: columnsIn(worded, [
    ["group", 26],
    ["team", 22],
    ["enrolled", 13, "short"],
    ["endedOn", 13, "short"],
    ["proficiency", 14],
    ["edition", 12, "short"],
  ]),
  rows: enrolments.map((each) => enrolmentRow(each, worded)),
});

function enrolmentRow(enrolment: EnrolmentRecorded, worded: RecordWords) {
  const { training, curriculum, states } = enrolment;
  const { enrolmentId, roleGroupCode } = training.ref;
  return {
    key: enrolmentId,
    cells: [
      [
        groupIn(worded, roleGroupCode),
        ...training.tracks.map((track) => worded.enrolments(`trackNames.${track}`)),
      ].join("\n"),
      worded.locale === "ja" ? training.team.nameJa : training.team.nameEn,
      dayIn(worded, training.enrolledOn),
      dayIn(worded, training.endedOn),
      roleGroupCode === null ? worded.t("dash") : levelIn(states, worded),
      shortDigest(curriculum.digest, 8),
    ],
  };
}
