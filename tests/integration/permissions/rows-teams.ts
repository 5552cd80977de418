import { newId } from "@/lib/platform/ids";
import { addTeam, closeTeam, editTeam, moveTeam, reopenTeam } from "@/lib/team/commands";
import { findTeam } from "@/lib/team/queries";
import { aTeam } from "@/tests/support/builders";
import { callerOf, type Rows } from "./row";

const ADMIN = { allowed: ["shin"] } as const;

export const TEAMS: Rows = {
  addTeamAction: [
    {
      ...ADMIN,
      on: "a team below Misaki's",
      runs: ["addTeam"],
      prepare: async ({ teams }) => {
        const names = { code: "day", nameJa: "日勤監視", nameEn: "Day watch" };
        const form = { ...names, timeZone: "Asia/Tokyo", fiscalYearStartMonth: 4, parentId: teams.soc.id };
        return (caller) => addTeam({ ...form, onceKey: newId() }, caller);
      },
    },
  ],
  editTeamAction: [
    {
      ...ADMIN,
      on: "Misaki's team",
      runs: ["editTeam"],
      prepare: async (world) => {
        const { actor, now } = await callerOf(world, "shin");
        const page = await findTeam(actor, world.teams.soc.id, now);
        if (!page) throw new Error("the team is not there");
        const { nameJa, timeZone, fiscalYearStartMonth } = page.team;
        const form = { teamId: page.team.id, seen: page.seen, nameJa, nameEn: "Watch", timeZone, fiscalYearStartMonth };
        return (caller) => editTeam(form, caller);
      },
    },
  ],
  moveTeamAction: [
    {
      ...ADMIN,
      on: "the night team, below the plant",
      runs: ["moveTeam"],
      prepare:
        async ({ teams }) =>
        (caller) =>
          moveTeam({ teamId: teams.night.id, parentId: teams.plant.id }, caller),
    },
  ],
  closeTeamAction: [
    {
      ...ADMIN,
      on: "a team with nobody in it",
      runs: ["closeTeam"],
      prepare: async ({ teams }) => {
        const { id: teamId } = await aTeam({ code: "empty", parent: teams.soc });
        return (caller) => closeTeam({ teamId }, caller);
      },
    },
  ],
  reopenTeamAction: [
    {
      ...ADMIN,
      on: "a closed team",
      runs: ["reopenTeam"],
      prepare: async ({ teams }) => {
        const { id: teamId } = await aTeam({ code: "shut", parent: teams.soc, closedOn: "2026-01-01" });
        return (caller) => reopenTeam({ teamId }, caller);
      },
    },
  ],
};
