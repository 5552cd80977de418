import type { Caller } from "@/lib/domain/access";
import {
  badLine,
  type Change,
  changedLine,
  type ImportColumn,
  newLine,
  type PlannedLine,
  type Problem,
  unchangedLine,
} from "@/lib/domain/csv-import";
import {
  addTeam,
  changedTeamFields,
  editTeam,
  moveTeam,
  type TeamDecision,
  type TeamNode,
  type TeamProfile,
} from "@/lib/domain/team";
import { line, optional, wholeNumber } from "@/lib/platform/fields";
import { newId } from "@/lib/platform/ids";
import { teamCode, timeZone } from "@/lib/team/schema";
import { type LineValues, parseLine } from "../line";
import type { ImportRow } from "../row";
import type { TeamInWorld, World } from "../world";

export const TEAMS_COLUMNS: readonly ImportColumn[] = [
  { key: "code", headers: ["チームコード", "Team code", "所属コード", "部署コード"], required: true },
  { key: "nameJa", headers: ["チーム名", "Team name (Japanese)", "部署名", "名称"], required: true },
  { key: "nameEn", headers: ["チーム名(英語)", "Team name (English)", "英語名"], required: false },
  { key: "parent", headers: ["上位チームコード", "Parent team code", "上位コード"], required: false },
  { key: "timeZone", headers: ["タイムゾーン", "Time zone"], required: false },
  { key: "fiscalYearStartMonth", headers: ["年度開始月", "Fiscal year starts in"], required: false },
];

const fields = {
  code: teamCode(),
  nameJa: line(100),
  nameEn: optional(line(100)),
  parent: optional(teamCode()),
  timeZone: optional(timeZone()),
  fiscalYearStartMonth: optional(wholeNumber(1, 12)),
};
type TeamLine = LineValues<typeof fields>;

export type TeamAct = {
  readonly teamId: string;
  readonly code: string;
  readonly isNew: boolean;
  readonly profile: TeamProfile;
  readonly parentId: string | null;
  readonly edits: boolean;
  readonly moves: boolean;
};

/** The tree as it grows line by line; a team of the file may stand below a later one. */
type Plan = {
  readonly teams: ReadonlyMap<string, TeamInWorld>;
  readonly idOf: ReadonlyMap<string, string>;
  readonly seen: Map<string, number>;
  nodes: TeamNode[];
  readonly caller: Caller;
};

export function planTeams(rows: readonly ImportRow[], world: World, caller: Caller): PlannedLine<TeamAct>[] {
  const teams = new Map(world.teams.map((team) => [team.code, team]));
  const parsed = rows.map((row) => ({ row, ...parseLine(fields, row) }));
  const codes = parsed.flatMap(({ values }) => (values.code === undefined ? [] : [values.code]));
  const idOf = new Map(codes.map((code) => [code, teams.get(code)?.teamId ?? newId(caller.now)]));
  for (const { code, teamId } of world.teams) idOf.set(code, teamId);
  const known = new Set(world.teams.map(({ teamId }) => teamId));
  const added = [...new Set(codes)].map((code) => ({ teamId: idOf.get(code) ?? "", parentId: null, closed: false }));
  const nodes = [...world.teams, ...added.filter(({ teamId }) => !known.has(teamId))];
  const plan: Plan = { teams, idOf, seen: new Map(), nodes, caller };
  return parsed.map(({ row, values, problems }) => planTeam(row, { values, problems }, plan));
}

type Parsed = { readonly values: TeamLine; readonly problems: readonly Problem[] };

function planTeam({ row, cells }: ImportRow, { values, problems }: Parsed, plan: Plan): PlannedLine<TeamAct> {
  const subject = values.code ?? cells.code ?? "";
  const wrong = [...problems, ...repeats(row, values, plan), ...unknownParent(values, plan)];
  if (wrong.length > 0) return badLine(row, subject, wrong);

  const team = plan.teams.get(subject) ?? null;
  const profile = profileFrom(values, team);
  const parentId = parentFrom(values, team, plan);
  const refused = decide({ team, profile, parentId, teamId: plan.idOf.get(subject) ?? "" }, plan);
  if (refused) return badLine(row, subject, [refused]);
  return outcome(row, { code: subject, team, profile, parentId, plan });
}

function repeats(row: number, { code }: TeamLine, { seen }: Plan): Problem[] {
  if (code === undefined) return [];
  const first = seen.get(code);
  if (first !== undefined) return [{ column: "code", code: "LineRepeated", values: { row: first } }];
  seen.set(code, row);
  return [];
}

const unknownParent = ({ parent }: TeamLine, { idOf }: Plan): Problem[] =>
  parent && !idOf.has(parent) ? [{ column: "parent", code: "TeamUnknown", values: { team: parent } }] : [];

const NEW_TEAM = { timeZone: "Asia/Tokyo", fiscalYearStartMonth: 4 };

/** Empty cells leave what is there; a new team without an English name goes by its Japanese one. */
function profileFrom(values: TeamLine, team: TeamInWorld | null): TeamProfile {
  const before = team?.profile ?? { ...NEW_TEAM, nameJa: "", nameEn: values.nameJa ?? "" };
  return {
    nameJa: values.nameJa ?? before.nameJa,
    nameEn: values.nameEn ?? before.nameEn,
    timeZone: values.timeZone ?? before.timeZone,
    fiscalYearStartMonth: values.fiscalYearStartMonth ?? before.fiscalYearStartMonth,
  };
}

/** An empty cell in a column that is there means: no team above. */
const parentFrom = ({ parent }: TeamLine, team: TeamInWorld | null, { idOf }: Plan) => {
  if (parent === undefined) return team?.parentId ?? null;
  return parent === null ? null : (idOf.get(parent) ?? null);
};

type Wish = { team: TeamInWorld | null; profile: TeamProfile; parentId: string | null; teamId: string };

/** Every line that puts a team somewhere changes the tree for the lines after it: no circle closes unseen. */
function decide(wish: Wish, plan: Plan): Problem | null {
  const { team, profile, parentId, teamId } = wish;
  const { actor } = plan.caller;
  const decisions: TeamDecision<unknown>[] = [
    team
      ? editTeam(team, { wish: profile, pageIsCurrent: true }, actor)
      : addTeam({ wanted: false, parent: null, codeTaken: false }, actor),
  ];
  if (placeOf(teamId, plan) !== parentId) {
    const moved = moveTeam(plan.nodes, { teamId, parentId }, actor);
    decisions.push(moved);
    if (moved.ok) plan.nodes = plan.nodes.map((node) => (node.teamId === teamId ? { ...node, parentId } : node));
  }
  const refused = decisions.find((decision) => !decision.ok);
  return refused && !refused.ok ? { column: null, code: refused.refusal.code } : null;
}

const placeOf = (teamId: string, { nodes }: Plan) => nodes.find((node) => node.teamId === teamId)?.parentId ?? null;

type Outcome = { code: string; team: TeamInWorld | null; profile: TeamProfile; parentId: string | null; plan: Plan };

function outcome(row: number, { code, team, profile, parentId, plan }: Outcome): PlannedLine<TeamAct> {
  const teamId = plan.idOf.get(code) ?? "";
  if (!team) return newLine(row, code, { teamId, code, isNew: true, profile, parentId, edits: false, moves: false });
  const changed = changedTeamFields(team.profile, profile);
  const moves = team.parentId !== parentId;
  if (changed.length === 0 && !moves) return unchangedLine(row, code);
  const act = { teamId, code, isNew: false, profile, parentId, edits: changed.length > 0, moves };
  const changes: Change[] = changed.map((column) => ({
    column,
    from: String(team.profile[column]),
    to: String(profile[column]),
  }));
  const codeOf = (id: string | null) => [...plan.idOf].find(([, each]) => each === id)?.[0] ?? "";
  const move = { column: "parent", from: codeOf(team.parentId), to: codeOf(parentId) };
  return changedLine(row, code, act, moves ? [...changes, move] : changes);
}
