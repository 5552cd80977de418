import type { Caller } from "@/lib/domain/access";
import {
  type AppointmentFacts,
  appointMentor,
  type MentorshipBasis,
  type MentorshipWish,
} from "@/lib/domain/appointment";
import {
  badLine,
  dayText,
  type ImportColumn,
  newLine,
  type PlannedLine,
  type Problem,
  unchangedLine,
} from "@/lib/domain/csv-import";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { isActiveOn } from "@/lib/domain/person";
import { day, optional, paragraph } from "@/lib/platform/fields";
import { teamCode } from "@/lib/team/schema";
import { roleGroupWord } from "../choice-words";
import { type LineValues, parseLine } from "../line";
import { EMAIL_COLUMN, findKnown, keyFields, NUMBER_COLUMN } from "../person-key";
import type { ImportRow } from "../row";
import { findTeam, TEAM_COLUMN } from "../team-key";
import { indexPeople, type PeopleIndex, type PersonInWorld, type TeamInWorld, type World } from "../world";
import { ROLE_GROUP_COLUMN } from "./enrolments";

export const REASON_COLUMN: ImportColumn = { key: "reason", headers: ["理由", "Reason"], required: true };

export const MENTORS_COLUMNS: readonly ImportColumn[] = [
  NUMBER_COLUMN,
  EMAIL_COLUMN,
  ROLE_GROUP_COLUMN,
  TEAM_COLUMN,
  { key: "fromOn", headers: ["指導開始日", "Mentor since", "開始日"], required: false },
  REASON_COLUMN,
];

const fieldsIn = ({ roleGroups }: World) => ({
  ...keyFields,
  roleGroup: roleGroupWord(roleGroups),
  team: optional(teamCode()),
  fromOn: optional(day()),
  reason: paragraph(2000),
});
type MentorLine = LineValues<ReturnType<typeof fieldsIn>>;

export type MentorAct = MentorshipWish & { readonly basis: MentorshipBasis };

type Plan = {
  readonly world: World;
  readonly index: PeopleIndex;
  readonly seen: Map<string, number>;
  readonly caller: Caller;
};

/** An empty team cell is the whole organisation, which only a manager of every root team gives. */
export function planMentors(rows: readonly ImportRow[], world: World, caller: Caller): PlannedLine<MentorAct>[] {
  const fields = fieldsIn(world);
  const plan: Plan = { world, index: indexPeople(world.people), seen: new Map(), caller };
  return rows.map(({ row, cells }) => {
    const dated = { row, cells: { ...cells, fromOn: dayText(cells.fromOn ?? "") } };
    return planMentor(dated, parseLine(fields, dated), plan);
  });
}

type Parsed = { readonly values: MentorLine; readonly problems: readonly Problem[] };

function planMentor(row: ImportRow, { values, problems }: Parsed, plan: Plan): PlannedLine<MentorAct> {
  const { person, problems: whom } = findKnown(values, plan.index);
  const { team, problems: where } = findTeam(values.team, plan.world);
  const wrong = [...problems, ...whom, ...where];
  const subject = person?.profile.name ?? row.cells.employeeNumber ?? row.cells.email ?? "";
  const { roleGroup, reason } = values;
  if (wrong.length > 0 || !person || roleGroup === undefined || reason === undefined) {
    return badLine(row.row, subject, wrong);
  }
  const facts = factsOf(person, roleGroup, team, plan);
  const wish = {
    personId: person.personId,
    roleGroupCode: roleGroup,
    teamId: team?.teamId ?? null,
    basis: facts.isIndependent ? ("proficiency" as const) : ("appointment" as const),
    fromOn: values.fromOn ?? facts.today,
    reason,
  };
  if (facts.alreadyStands) return unchangedLine(row.row, subject);
  return decided(row.row, { subject, wish, facts }, plan);
}

type Wished = { subject: string; wish: MentorshipWish & { readonly basis: MentorshipBasis }; facts: AppointmentFacts };

function decided(row: number, { subject, wish, facts }: Wished, plan: Plan): PlannedLine<MentorAct> {
  const decision = appointMentor(wish, facts, plan.caller.actor);
  if (!decision.ok) return badLine(row, subject, [{ column: null, code: decision.refusal.code }]);
  const key = `${wish.personId} ${wish.roleGroupCode} ${wish.teamId}`;
  const first = plan.seen.get(key);
  if (first !== undefined)
    return badLine(row, subject, [{ column: null, code: "LineRepeated", values: { row: first } }]);
  plan.seen.set(key, row);
  return newLine(row, subject, wish);
}

function factsOf(
  person: PersonInWorld,
  roleGroupCode: RoleGroupCode,
  team: TeamInWorld | null,
  { world }: Plan,
): AppointmentFacts {
  const roots = world.teams.filter(({ parentId, closed }) => parentId === null && !closed);
  const teams = team ? [team] : roots;
  const today = teams[0]?.today ?? world.today;
  return {
    personIsActive: isActiveOn({ deactivated: person.deactivated, endsOn: person.profile.endsOn }, today),
    today,
    teams,
    isIndependent: person.enrolments.some((each) => each.roleGroupCode === roleGroupCode && each.completed.includes(3)),
    alreadyStands: person.mentorships.some(
      (each) => each.roleGroupCode === roleGroupCode && each.teamId === (team?.teamId ?? null),
    ),
  };
}
