import type { Caller } from "@/lib/domain/access";
import type { PlainDay } from "@/lib/domain/calendar";
import {
  badLine,
  type Change,
  changedLine,
  dayText,
  type ImportColumn,
  newLine,
  type PlannedLine,
  type Problem,
  unchangedLine,
  withoutZeros,
} from "@/lib/domain/csv-import";
import { join, type MembershipSpan, standsOn } from "@/lib/domain/membership";
import { addPerson, changedFields, editPerson, type PersonProfile } from "@/lib/domain/person";
import { reading } from "@/lib/people/schema";
import { day, email, line, optional } from "@/lib/platform/fields";
import { teamCode } from "@/lib/team/schema";
import { affiliationWord, localeWord } from "../choice-words";
import { type LineValues, parseLine } from "../line";
import { EMAIL_COLUMN, findByKey, NUMBER_COLUMN } from "../person-key";
import type { ImportRow } from "../row";
import { findTeam, TEAM_COLUMN } from "../team-key";
import { indexPeople, type PeopleIndex, type PersonInWorld, type TeamInWorld, type World } from "../world";

export const PEOPLE_COLUMNS: readonly ImportColumn[] = [
  NUMBER_COLUMN,
  { key: "name", headers: ["氏名", "Name", "名前"], required: true, insteadOf: ["familyName", "givenName"] },
  { key: "familyName", headers: ["姓", "Family name"], required: false },
  { key: "givenName", headers: ["名", "Given name"], required: false },
  {
    key: "reading",
    headers: ["読み", "Reading", "氏名かな", "氏名カナ", "フリガナ", "ふりがな", "ヨミガナ", "よみがな"],
    required: true,
    insteadOf: ["familyReading", "givenReading"],
  },
  { key: "familyReading", headers: ["姓かな", "Family name reading", "姓カナ", "カナ(姓)"], required: false },
  { key: "givenReading", headers: ["名かな", "Given name reading", "名カナ", "カナ(名)"], required: false },
  { key: "latinName", headers: ["氏名(ローマ字)", "Latin name", "ローマ字", "氏名ローマ字"], required: false },
  { ...EMAIL_COLUMN, required: true },
  { key: "locale", headers: ["表示の言語", "Language", "言語"], required: false },
  { key: "affiliation", headers: ["所属の種別", "Affiliation", "所属区分", "雇用形態", "雇用区分"], required: false },
  { key: "endsOn", headers: ["在籍の最終日", "Last day", "最終日", "退職日", "退社日"], required: false },
  { ...TEAM_COLUMN, required: false },
  { key: "fromOn", headers: ["所属開始日", "Member since", "入社日", "入社年月日"], required: false },
];

const dayCell = () => optional(day());
const fields = {
  employeeNumber: optional(line(40)),
  name: line(100),
  reading: reading(),
  latinName: optional(line(100)).transform((text) => text ?? ""),
  email: email(),
  locale: localeWord(),
  affiliation: affiliationWord(),
  endsOn: dayCell(),
  team: optional(teamCode()),
  fromOn: dayCell(),
};
type PersonLine = LineValues<typeof fields>;

type Joining = {
  readonly teamId: string;
  readonly fromOn: PlainDay;
  readonly ended: { readonly membershipId: string; readonly toOn: PlainDay } | null;
};
export type PersonAct = {
  /** Null: a new person. */
  readonly personId: string | null;
  readonly profile: PersonProfile;
  readonly changed: readonly (keyof PersonProfile)[];
  readonly joining: Joining | null;
};

type Plan = {
  readonly world: World;
  readonly index: PeopleIndex;
  readonly seen: Map<string, number>;
  readonly caller: Caller;
};

export function planPeople(rows: readonly ImportRow[], world: World, caller: Caller): PlannedLine<PersonAct>[] {
  const plan = { world, index: indexPeople(world.people), seen: new Map<string, number>(), caller };
  return rows.map((row) => planPerson(composed(row), plan));
}

/** 姓 and 名 make the name, their readings the reading, days may be written in several ways. */
function composed({ row, cells }: ImportRow): ImportRow {
  const both = (key: string, first: string, second: string) =>
    cells[key] === undefined && cells[first] !== undefined
      ? { [key]: [cells[first], cells[second]].filter(Boolean).join(" ") }
      : {};
  const days = Object.fromEntries(
    ["endsOn", "fromOn"].flatMap((key) => (cells[key] === undefined ? [] : [[key, dayText(cells[key])]])),
  );
  const names = { ...both("name", "familyName", "givenName"), ...both("reading", "familyReading", "givenReading") };
  return { row, cells: { ...cells, ...names, ...days } };
}

function planPerson(row: ImportRow, plan: Plan): PlannedLine<PersonAct> {
  const { values, problems } = parseLine(fields, row);
  const subject = values.name ?? row.cells.name ?? "";
  const repeated = repeats(row.row, values, plan.seen);
  const found = findByKey(values, plan.index);
  const { team, problems: where } = findTeam(values.team, plan.world);
  const wrong = [...problems, ...repeated, ...found.problems, ...where];
  if (wrong.length > 0) return badLine(row.row, subject, wrong);

  const profile = profileFrom(values, found.person);
  const refused = decide(profile, found.person, plan.caller);
  const { joining, problems: barred } = planJoining({ team, fromOn: values.fromOn }, found.person, plan);
  if (refused || barred.length > 0) return badLine(row.row, subject, [...(refused ? [refused] : []), ...barred]);
  return outcome(row.row, { profile, person: found.person, joining, plan });
}

/** One person, one line: the second line with the same number or address says where the first is. */
function repeats(row: number, { employeeNumber, email: address }: PersonLine, seen: Map<string, number>): Problem[] {
  const keys: [string, string | null | undefined][] = [
    ["employeeNumber", employeeNumber && withoutZeros(employeeNumber)],
    ["email", address],
  ];
  return keys.flatMap(([column, key]) => {
    if (!key) return [];
    const first = seen.get(`${column} ${key}`);
    if (first !== undefined) return [{ column, code: "LineRepeated", values: { row: first } }];
    seen.set(`${column} ${key}`, row);
    return [];
  });
}

const NEW_PERSON = { employeeNumber: null, latinName: "", locale: "ja", affiliation: "own", endsOn: null } as const;

/** A column that is not in the file leaves what is there; an empty cell of a choice does, too. */
function profileFrom(values: PersonLine, person: PersonInWorld | null): PersonProfile {
  const before = person?.profile ?? { ...NEW_PERSON, name: "", reading: "", email: "" };
  return {
    name: values.name ?? before.name,
    reading: values.reading ?? before.reading,
    latinName: values.latinName ?? before.latinName,
    employeeNumber: values.employeeNumber === undefined ? before.employeeNumber : values.employeeNumber,
    email: values.email ?? before.email,
    locale: values.locale ?? before.locale,
    affiliation: values.affiliation ?? before.affiliation,
    endsOn: values.endsOn === undefined ? before.endsOn : values.endsOn,
  };
}

/** Whoever has the number or the address was found by it: nobody else can have it. */
const NO_CLASH = { email: false, employeeNumber: false };

function decide(profile: PersonProfile, person: PersonInWorld | null, { actor }: Caller): Problem | null {
  const decision = person
    ? editPerson(person, { wish: profile, clashes: NO_CLASH, pageIsCurrent: true }, actor)
    : addPerson(profile, NO_CLASH, actor);
  return decision.ok ? null : { column: null, code: decision.refusal.code };
}

/** A team that differs from the main one today is a transfer, from the day given or from today. */
type JoiningWish = { readonly team: TeamInWorld | null; readonly fromOn: PlainDay | null | undefined };
type PlannedJoining = { readonly joining: Joining | null; readonly problems: readonly Problem[] };
const NO_JOINING: PlannedJoining = { joining: null, problems: [] };

function planJoining({ team, fromOn }: JoiningWish, person: PersonInWorld | null, plan: Plan): PlannedJoining {
  const { world, caller } = plan;
  if (!team) return NO_JOINING;
  const memberships = person?.memberships ?? [];
  const main = memberships.find((span) => span.isMain && standsOn(span, world.today));
  const wish = { teamId: team.teamId, isMain: true, fromOn: fromOn ?? world.today, toOn: null };
  if (main?.teamId === team.teamId || isPlanned(memberships, wish)) return NO_JOINING;
  const decision = join({ memberships, teamIsClosed: team.closed }, wish, caller.actor);
  if (!decision.ok) return { joining: null, problems: [{ column: "team", code: decision.refusal.code }] };
  return { joining: { ...wish, ended: decision.value.ended }, problems: [] };
}

/** The same transfer was brought in before and lies ahead. */
const isPlanned = (memberships: readonly MembershipSpan[], wish: { teamId: string; fromOn: PlainDay }) =>
  memberships.some((span) => span.isMain && span.teamId === wish.teamId && span.fromOn === wish.fromOn);

type Outcome = { profile: PersonProfile; person: PersonInWorld | null; joining: Joining | null; plan: Plan };

function outcome(row: number, { profile, person, joining, plan }: Outcome): PlannedLine<PersonAct> {
  const changed = person ? changedFields(person.profile, profile) : [];
  const act = { personId: person?.personId ?? null, profile, changed, joining };
  if (!person) return newLine(row, profile.name, act);
  if (changed.length === 0 && !joining) return unchangedLine(row, profile.name);
  const changes = changed.map((column) => changeOf(column, person.profile, profile));
  return changedLine(row, profile.name, act, joining ? [...changes, transfer(joining, person, plan.world)] : changes);
}

const changeOf = (column: keyof PersonProfile, before: PersonProfile, after: PersonProfile): Change => ({
  column,
  from: before[column] ?? "",
  to: after[column] ?? "",
});

function transfer({ teamId, ended }: Joining, { memberships }: PersonInWorld, { teams }: World): Change {
  const codeOf = (id: string | undefined) => teams.find((team) => team.teamId === id)?.code ?? "";
  const before = memberships.find(({ membershipId }) => membershipId === ended?.membershipId);
  return { column: "team", from: codeOf(before?.teamId), to: codeOf(teamId) };
}
