import { endLeave, enterLeave, withdrawLeave } from "@/lib/leave/commands";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { recogniseSteps } from "@/lib/recognition/commands";
import { reinstateCompletion, revokeCompletion } from "@/lib/revocation/commands";
import { transferEnrolment } from "@/lib/transfer/commands";
import { aLeave } from "@/tests/support/leave";
import { actorOf } from "@/tests/support/personas";
import { reinstatementOf, revocationOf, revoked } from "@/tests/support/revoking";
import { type MatrixWorld, NOW, REASON, type Row, type Rows, TODAY } from "./row";

/** Herself and the managers of her teams; an administrator does not. */
const OF_MISAKI = { on: "Misaki's", allowed: ["misaki", "makoto"] } satisfies Partial<Row>;

const LEAVE: Rows = {
  enterLeaveAction: [
    {
      ...OF_MISAKI,
      runs: ["enterLeave"],
      prepare: async ({ people }) => {
        const form = { personId: people.misaki.id, fromOn: TODAY, toOn: null };
        return (caller) => enterLeave({ ...form, onceKey: newId() }, caller);
      },
    },
    {
      on: "Ren's, in the night team",
      allowed: ["ren", "makoto", "akari"],
      runs: ["enterLeave"],
      prepare: async ({ people }) => {
        const form = { personId: people.ren.id, fromOn: TODAY, toOn: null };
        return (caller) => enterLeave({ ...form, onceKey: newId() }, caller);
      },
    },
  ],
  endLeaveAction: [
    {
      ...OF_MISAKI,
      runs: ["endLeave"],
      prepare: async ({ people }) => {
        const { id: leaveId } = await aLeave(people.misaki, { fromOn: "2026-11-01" });
        return (caller) => endLeave({ leaveId, toOn: TODAY }, caller);
      },
    },
  ],
  withdrawLeaveAction: [
    {
      ...OF_MISAKI,
      runs: ["withdrawLeave"],
      prepare: async ({ people }) => {
        const { id: leaveId } = await aLeave(people.misaki, { fromOn: "2026-12-01" });
        return (caller) => withdrawLeave({ leaveId }, caller);
      },
    },
  ],
};

const recognised = async ({ enrolments, people }: MatrixWorld) => {
  const form = { enrolmentId: enrolments.liaison.id, step: 1 as const, recognisedOn: TODAY, reason: REASON };
  const caller = { actor: await actorOf(people.makoto.id), now: NOW };
  await recogniseSteps(form, caller);
  const { id } = await db().recognition.findFirstOrThrow({ where: { enrolmentId: enrolments.liaison.id, step: 1 } });
  return { completionId: id, caller };
};
const BY_MANAGERS = { allowed: ["makoto"], refusals: { misaki: "OwnRevocation" } } satisfies Partial<Row>;

const REVOCATION: Rows = {
  revokeAction: [
    {
      on: "STEP1 of Misaki",
      ...BY_MANAGERS,
      runs: ["revokeCompletion"],
      prepare: async (world) => {
        const { completionId, caller } = await recognised(world);
        const form = await revocationOf(completionId, caller);
        return (asker) => revokeCompletion({ ...form, onceKey: newId() }, asker);
      },
    },
  ],
  reinstateAction: [
    {
      on: "STEP1 of Misaki",
      ...BY_MANAGERS,
      runs: ["reinstateCompletion"],
      prepare: async (world) => {
        const { completionId, caller } = await recognised(world);
        await revoked(completionId, caller);
        const { id } = await db().revocation.findFirstOrThrow();
        const form = await reinstatementOf(id, caller);
        return (asker) => reinstateCompletion(form, asker);
      },
    },
  ],
};

const TRANSFER: Rows = {
  transferEnrolmentAction: [
    {
      on: "Misaki to the plant",
      allowed: ["makoto", "shin"],
      runs: ["transferEnrolment"],
      prepare: async ({ enrolments, teams }) => {
        const form = { enrolmentId: enrolments.liaison.id, toTeamId: teams.plant.id, movedOn: TODAY, all: false };
        return (caller) => transferEnrolment({ ...form, onceKey: newId(), reason: REASON }, caller);
      },
    },
  ],
};

export const LIFE: Rows = { ...LEAVE, ...REVOCATION, ...TRANSFER };
