"use server";

import { defineAction } from "@/lib/platform/action";
import { addTeam, closeTeam, editTeam, moveTeam, reopenTeam } from "@/lib/team/commands";
import { newTeam, teamEdit, teamKey, teamMove } from "@/lib/team/schema";

const pageOf = ({ teamId }: { teamId: string }) => `/teams/${teamId}`;

export const addTeamAction = defineAction(newTeam, addTeam, {
  at: { TeamCodeTaken: "code", ParentTeamIsClosed: "parentId" },
  onDone: (team) => ({ redirect: pageOf(team), notice: { code: "teamAdded" } }),
});

export const editTeamAction = defineAction(teamEdit, editTeam, {
  onDone: (team) => ({ redirect: pageOf(team), notice: { code: "teamEdited" } }),
});

export const moveTeamAction = defineAction(teamMove, moveTeam, {
  onDone: (team) => ({ redirect: pageOf(team), notice: { code: "teamMoved" } }),
});

export const closeTeamAction = defineAction(teamKey, closeTeam, {
  onDone: (team) => ({ redirect: pageOf(team), notice: { code: "teamClosed" } }),
});

export const reopenTeamAction = defineAction(teamKey, reopenTeam, {
  onDone: (team) => ({ redirect: pageOf(team), notice: { code: "teamReopened" } }),
});
