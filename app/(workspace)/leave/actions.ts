"use server";

import { endLeave, enterLeave, withdrawLeave } from "@/lib/leave/commands";
import { leaveEnd, leaveKey, newLeave } from "@/lib/leave/schema";
import { defineAction } from "@/lib/platform/action";
import { requireActor } from "@/lib/platform/session";

/** Back to the page of the person, which for oneself is the profile. */
const pageOf = async ({ personId }: { personId: string }) =>
  personId === (await requireActor()).id ? "/profile" : `/people/${personId}`;

export const enterLeaveAction = defineAction(newLeave, enterLeave, {
  at: { EndsBeforeItBegins: "toOn", OwnLeaveTooLongAgo: "fromOn", LeaveOverlaps: "fromOn" },
  onDone: async (person) => ({ redirect: await pageOf(person), notice: { code: "leaveEntered" } }),
});

export const endLeaveAction = defineAction(leaveEnd, endLeave, {
  at: { EndsBeforeItBegins: "toOn", LeaveOverlaps: "toOn" },
  onDone: async (person) => ({ redirect: await pageOf(person), notice: { code: "leaveEnded" } }),
});

export const withdrawLeaveAction = defineAction(leaveKey, withdrawLeave, {
  onDone: async (person) => ({ redirect: await pageOf(person), notice: { code: "leaveWithdrawn" } }),
});
