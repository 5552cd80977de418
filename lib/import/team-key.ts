import type { ImportColumn, Problem } from "@/lib/domain/csv-import";
import type { TeamInWorld, World } from "./world";

export const TEAM_COLUMN: ImportColumn = {
  key: "team",
  headers: ["チームコード", "Team code", "所属コード", "部署コード", "チーム", "Team"],
  required: true,
};

type Found = { readonly team: TeamInWorld | null; readonly problems: readonly Problem[] };

/** Codes that are not known stand in the file or are to be made first: import the teams before. */
export function findTeam(code: string | null | undefined, world: Pick<World, "teams">, column = "team"): Found {
  if (!code) return { team: null, problems: [] };
  const team = world.teams.find((each) => each.code === code) ?? null;
  return { team, problems: team ? [] : [{ column, code: "TeamUnknown", values: { team: code } }] };
}
