import type { Caller } from "@/lib/domain/access";
import type { PlainDay } from "@/lib/domain/calendar";
import {
  badLine,
  dayText,
  type ImportColumn,
  newLine,
  type PlannedLine,
  type Problem,
  unchangedLine,
} from "@/lib/domain/csv-import";
import type { RoleGroupCode, Track } from "@/lib/domain/curriculum";
import { type EnrolFacts, enrol, type NewEnrolment } from "@/lib/domain/enrolment";
import { standsOn } from "@/lib/domain/membership";
import { isActiveOn } from "@/lib/domain/person";
import { day } from "@/lib/platform/fields";
import { teamCode } from "@/lib/team/schema";
import { enrollableWord, trackWords } from "../choice-words";
import { type LineValues, parseLine } from "../line";
import { EMAIL_COLUMN, findKnown, keyFields, NUMBER_COLUMN } from "../person-key";
import type { ImportRow } from "../row";
import { findTeam, TEAM_COLUMN } from "../team-key";
import { indexPeople, type PeopleIndex, type PersonInWorld, type TeamInWorld, type World } from "../world";

export const ROLE_GROUP_COLUMN: ImportColumn = {
  key: "roleGroup",
  headers: ["役割グループ", "Role group"],
  required: true,
};

export const ENROLMENTS_COLUMNS: readonly ImportColumn[] = [
  NUMBER_COLUMN,
  EMAIL_COLUMN,
  ROLE_GROUP_COLUMN,
  TEAM_COLUMN,
  { key: "enrolledOn", headers: ["育成開始日", "Enrolled on", "開始日"], required: true },
  { key: "tracks", headers: ["対象", "Tracks"], required: false },
];

const fieldsIn = ({ roleGroups }: World) => ({
  ...keyFields,
  roleGroup: enrollableWord(roleGroups),
  team: teamCode(),
  enrolledOn: day(),
  tracks: trackWords(),
});
type EnrolmentLine = LineValues<ReturnType<typeof fieldsIn>>;

export type EnrolmentAct = {
  readonly personId: string;
  readonly teamId: string;
  readonly enrolledOn: PlainDay;
  readonly editionId: string;
  readonly enrolments: readonly NewEnrolment[];
};

/** Role groups that each person runs in, with what the lines above add. */
type Running = Map<string, (RoleGroupCode | null)[]>;
type Plan = { readonly world: World; readonly index: PeopleIndex; readonly running: Running; readonly caller: Caller };

export function planEnrolments(rows: readonly ImportRow[], world: World, caller: Caller): PlannedLine<EnrolmentAct>[] {
  const fields = fieldsIn(world);
  const plan = { world, index: indexPeople(world.people), running: new Map(), caller };
  return rows.map(({ row, cells }) => {
    const dated = { row, cells: { ...cells, enrolledOn: dayText(cells.enrolledOn ?? "") } };
    const { values, problems } = parseLine(fields, dated);
    return planEnrolment(dated, { values, problems }, plan);
  });
}

type Parsed = { readonly values: EnrolmentLine; readonly problems: readonly Problem[] };

function planEnrolment(row: ImportRow, { values, problems }: Parsed, plan: Plan): PlannedLine<EnrolmentAct> {
  const { person, problems: whom } = findKnown(values, plan.index);
  const { team, problems: where } = findTeam(values.team, plan.world);
  const wrong = [...problems, ...whom, ...where];
  const subject = person?.profile.name ?? row.cells.employeeNumber ?? row.cells.email ?? "";
  const { roleGroup, enrolledOn } = values;
  if (wrong.length > 0 || !person || !team || roleGroup === undefined || enrolledOn === undefined) {
    return badLine(row.row, subject, wrong);
  }
  const wish = { personId: person.personId, roleGroupCode: roleGroup, tracks: values.tracks ?? [], enrolledOn };
  if (isThere(person, team, wish)) return unchangedLine(row.row, subject);

  const decision = enrol(wish, factsOf(person, team, roleGroup, plan), plan.caller.actor);
  if (!decision.ok) return badLine(row.row, subject, [{ column: null, code: decision.refusal.code }]);
  const { editionId, enrolments } = decision.value;
  const added = enrolments.map(({ roleGroupCode }) => roleGroupCode);
  plan.running.set(person.personId, [...runningOf(person, plan), ...added]);
  return newLine(row.row, subject, {
    personId: person.personId,
    teamId: team.teamId,
    enrolledOn,
    editionId,
    enrolments,
  });
}

const runningOf = (person: PersonInWorld, { running }: Plan) =>
  running.get(person.personId) ?? person.enrolments.map(({ roleGroupCode }) => roleGroupCode);

type Wish = { roleGroupCode: RoleGroupCode | null; tracks: readonly Track[]; enrolledOn: PlainDay };

/** The line was brought in before: the same role group, team, day and tracks. */
const isThere = (person: PersonInWorld, team: TeamInWorld, wish: Wish) =>
  person.enrolments.some(
    ({ roleGroupCode, teamId, enrolledOn, tracks }) =>
      roleGroupCode === wish.roleGroupCode &&
      teamId === team.teamId &&
      enrolledOn === wish.enrolledOn &&
      tracks.every((track) => wish.tracks.includes(track)),
  );

function factsOf(
  person: PersonInWorld,
  team: TeamInWorld,
  roleGroupCode: RoleGroupCode | null,
  plan: Plan,
): EnrolFacts {
  const { teams, edition, editions, policy } = plan.world;
  const belongs = person.memberships.filter((span) => standsOn(span, team.today)).map(({ teamId }) => teamId);
  return {
    person: {
      personId: person.personId,
      isActive: isActiveOn({ deactivated: person.deactivated, endsOn: person.profile.endsOn }, team.today),
      affiliation: person.profile.affiliation,
      teams: teams.filter(({ teamId }) => belongs.includes(teamId)),
    },
    team,
    running: runningOf(person, plan),
    edition: { editionId: editions.get(team.teamId) ?? edition.editionId, tracks: edition.tracksOf(roleGroupCode) },
    policy,
  };
}
