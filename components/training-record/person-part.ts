import type { PaperFacts, PaperTable } from "@/lib/paper/schema";
import type { MembershipSeen } from "@/lib/training-record/schema";
import type { EnrolmentRecorded, RecordSeen } from "./record-seen";
import { dayIn, groupIn, nameIn, type RecordWords, shortDigest } from "./record-words";

/** Who it is about. */
export function personFacts({ person, enrolments, textsLeftOut }: RecordSeen, worded: RecordWords): PaperFacts {
  const { t, locale } = worded;
  const name = nameIn(worded, person);
  const teams = person.memberships.map((each) => membership(each, worded));
  const reached = enrolments.flatMap((each) => proficiency(each, worded) ?? []);
  const facts = [
    { label: t("person.name"), value: locale === "ja" ? t("person.named", { name, reading: person.reading }) : name },
    { label: t("person.number"), value: person.employeeNumber ?? t("dash") },
    { label: t("person.teams"), value: teams.join("\n") || t("person.none") },
    { label: t("person.proficiency"), value: reached.join(" / ") || t("person.none") },
  ];
  const left = textsLeftOut ? [{ label: t("leftOut"), value: t("person.textsLeftOut") }] : [];
  return { kind: "facts", id: "person", title: null, facts: [...facts, ...left] };
}

function membership({ teamJa, teamEn, fromOn, toOn, isMain }: MembershipSeen, worded: RecordWords): string {
  const { t, locale } = worded;
  const team = locale === "ja" ? teamJa : teamEn;
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
export function enrolmentTable({ enrolments }: RecordSeen, worded: RecordWords): PaperTable {
  const { t } = worded;
  return {
    kind: "table",
    id: "enrolments",
    title: t("enrolments.title"),
    columns: [
      { id: "group", head: t("heads.group"), share: 26 },
      { id: "team", head: t("heads.team"), share: 22 },
      { id: "enrolledOn", head: t("heads.enrolledOn"), share: 13, isShort: true },
      { id: "endedOn", head: t("heads.endedOn"), share: 13, isShort: true },
      { id: "proficiency", head: t("heads.proficiency"), share: 14 },
      { id: "edition", head: t("heads.edition"), share: 12, isShort: true },
    ],
    rows: enrolments.map((each) => enrolmentRow(each, worded)),
    empty: t("none.title"),
  };
}

function enrolmentRow(enrolment: EnrolmentRecorded, worded: RecordWords) {
  const { training, curriculum, states } = enrolment;
  const { enrolmentId, roleGroupCode } = training.ref;
  return {
    key: enrolmentId,
    cells: [
      groupIn(worded, roleGroupCode),
      worded.locale === "ja" ? training.team.nameJa : training.team.nameEn,
      dayIn(worded, training.enrolledOn),
      dayIn(worded, training.endedOn),
      roleGroupCode === null ? worded.t("dash") : levelIn(states, worded),
      shortDigest(curriculum.digest, 8),
    ],
  };
}
