import { endLeave, enterLeave, withdrawLeave } from "@/lib/leave/commands";
import { newId } from "@/lib/platform/ids";
import { aLeave } from "@/tests/support/leave";
import { type Row, type Rows, TODAY } from "./row";

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

export const LIFE: Rows = { ...LEAVE };
