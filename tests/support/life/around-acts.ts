import { moveEnrolments } from "@/lib/edition/commands";
import { findEditionChange, listEditions } from "@/lib/edition/queries";
import { endLeave, enterLeave, withdrawLeave } from "@/lib/leave/commands";
import { addLocalItem, exemptItem, withdrawLocalChange } from "@/lib/local-curriculum/commands";
import { deactivatePerson, reactivatePerson } from "@/lib/people/commands";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { setPolicyValue } from "@/lib/policy/commands";
import { findPolicyValues } from "@/lib/policy/queries";
import { rebaseSteps } from "@/lib/rebasing/commands";
import { previewRebasing } from "@/lib/rebasing/queries";
import { askOpinion, declineOpinion, giveOpinion } from "@/lib/second-opinion/commands";
import { changeTracks } from "@/lib/tracks/commands";
import { transferEnrolment } from "@/lib/transfer/commands";
import { localItem } from "@/tests/support/local-item";
import type { Act, OnTrainee } from "./act";
import { enrolments, inGroup, REASON, TODAY } from "./look-ups";
import { GROUP, MEETINGS } from "./small-organisation";

/** What goes on around somebody's training: where they are, what they are measured by, who is there. */

const DAYS = ["2026-11-18", TODAY, "2026-11-24", "2026-12-01"] as const;

const leavesOf = (personId: string) =>
  db().leave.findMany({ where: { personId }, orderBy: [{ enteredAt: "asc" }, { id: "asc" }] });
const ofGroup = async ({ traineeId }: OnTrainee) =>
  (await enrolments(traineeId)).find(({ roleGroupCode }) => roleGroupCode !== null);
const teamOf = async (on: OnTrainee) => (await ofGroup(on))?.teamId ?? newId();
const teamsAround = (teamId: string) =>
  db().team.findMany({
    where: { OR: [{ parentId: teamId }, { children: { some: { id: teamId } } }] },
    orderBy: { id: "asc" },
  });
/** Rather one that waits for this person. */
const opinionFor = async ({ traineeId: personId, pick }: OnTrainee, askedOfId: string) => {
  const all = await db().secondOpinion.findMany({ where: { enrolment: { personId } }, orderBy: { askedAt: "asc" } });
  const open = all.filter((each) => each.askedOfId === askedOfId && !each.givenAt && !each.declinedAt);
  return pick(open) ?? pick(all);
};
const changesAround = async (on: OnTrainee) => {
  const teamId = await teamOf(on);
  const teams = [teamId, ...(await teamsAround(teamId)).map(({ id }) => id)];
  return db().localChange.findMany({ where: { teamId: { in: teams } }, orderBy: { madeAt: "asc" } });
};

export const AROUND = {
  entersLeave: async ({ traineeId: personId, pick, step }, caller) => {
    const toOn = pick([null, ...DAYS]) ?? null;
    return enterLeave({ onceKey: newId(), personId, fromOn: DAYS[step], toOn }, caller);
  },
  endsLeave: async ({ traineeId, pick, step }, caller) => {
    const leave = pick(await leavesOf(traineeId));
    return leave ? endLeave({ leaveId: leave.id, toOn: DAYS[step] }, caller) : null;
  },
  takesLeaveBack: async ({ traineeId, pick }, caller) => {
    const leave = pick(await leavesOf(traineeId));
    return leave ? withdrawLeave({ leaveId: leave.id }, caller) : null;
  },
  transfers: async (on, caller) => {
    const enrolmentId = await inGroup(on);
    const toTeamId = on.pick(await teamsAround(await teamOf(on)))?.id ?? newId();
    const all = on.pick([true, false]) ?? true;
    return transferEnrolment({ onceKey: newId(), enrolmentId, toTeamId, movedOn: TODAY, all, reason: "異動" }, caller);
  },
  changesTracks: async (on, caller) => {
    const seen = [...((await ofGroup(on))?.tracks ?? [])] as ("management" | "diagnosis")[];
    const other = on.pick([["management", "diagnosis"], ["diagnosis"], ["management"]] as const) ?? [];
    const tracks = seen.length === other.length ? ["management" as const, "diagnosis" as const] : [...other];
    return changeTracks({ onceKey: newId(), enrolmentId: await inGroup(on), tracks, seen, reason: "担当替え" }, caller);
  },
  /** One meeting and two, in turn. */
  setsPolicy: async (_on, caller) => {
    const value = (await findPolicyValues(TODAY))[MEETINGS] === 1 ? "2" : "1";
    const set = { onceKey: newId(), code: MEETINGS, holdsFrom: TODAY, reason: REASON, value, rows: [] };
    return setPolicyValue(set, caller);
  },
  rebases: async (on, caller) => {
    const enrolmentIds = [await inGroup(on)];
    const digest = (await previewRebasing(caller.actor, enrolmentIds, caller.now))?.digest ?? "";
    return rebaseSteps({ onceKey: newId(), enrolmentIds, digest, reason: REASON }, caller);
  },
  asksOpinion: async (on, caller) => {
    const where = { endedAt: null, teamId: on.teamId, personId: { not: caller.actor.id } };
    const mentors = await db().mentorship.findMany({ where, orderBy: { id: "asc" } });
    const askedOfId = on.pick(mentors)?.personId ?? newId();
    const criterionCode = `small.s${Math.max(1, on.step)}.explain`;
    return askOpinion({ onceKey: newId(), enrolmentId: await inGroup(on), criterionCode, askedOfId, note: "" }, caller);
  },
  givesOpinion: async (on, caller) => {
    const opinion = await opinionFor(on, caller.actor.id);
    const said = on.pick([false, true])
      ? { judgement: "met" as const, supervision: 4 as const, comment: "" }
      : { judgement: "notYet" as const, supervision: null, comment: REASON };
    const judged = [{ checkpoint: "explain", ...said }];
    return opinion ? giveOpinion({ opinionId: opinion.id, judged }, caller) : null;
  },
  declinesOpinion: async (on, caller) => {
    const opinion = await opinionFor(on, caller.actor.id);
    return opinion ? declineOpinion({ opinionId: opinion.id, reason: REASON }, caller) : null;
  },
  exempts: async (on, caller) => {
    const item = `small.s${Math.max(1, on.step)}.${on.pick(["explain", "explain", "meeting"]) ?? "explain"}`;
    return exemptItem({ onceKey: newId(), reach: await teamOf(on), item, reason: REASON }, caller);
  },
  addsItem: async (on, caller) => {
    const place = { group: GROUP, step: String(Math.max(1, on.step)), section: "task", kind: "work" };
    return addLocalItem(localItem({ ...place, reach: await teamOf(on) }), caller);
  },
  takesChangeBack: async (on, caller) => {
    const change = on.pick(await changesAround(on));
    return change ? withdrawLocalChange({ changeId: change.id, reason: REASON }, caller) : null;
  },
  movesToEdition: async (on, caller) => {
    const pair = on.pick((await listEditions(caller.actor)) ?? []);
    const ids = { from: pair?.fromId ?? newId(), to: pair?.toId ?? newId() };
    const change = await findEditionChange(caller.actor, ids);
    const shown = (change?.rows ?? []).map(({ ref }) => ref.enrolmentId);
    const moving = on.pick([shown, shown, []]) ?? [];
    return moveEnrolments(
      { ...ids, onceKey: newId(), shown, moving, digest: change?.digest ?? "", reason: REASON },
      caller,
    );
  },
  /** Rather somebody who has asked for something. */
  deactivates: async ({ traineeId, trainees }, caller) => {
    const asked = await db().signOffRequest.findFirst({
      where: { isOpen: true, enrolment: { personId: { in: [...trainees] } } },
      include: { enrolment: true },
    });
    return deactivatePerson({ personId: asked?.enrolment.personId ?? traineeId, reason: "退職" }, caller);
  },
  reactivates: async ({ traineeId: personId }, caller) => reactivatePerson({ personId, reason: "復職" }, caller),
} satisfies Record<string, Act>;
