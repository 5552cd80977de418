import { LeaveSection } from "@/components/leave/leave-section";
import type { Actor } from "@/lib/domain/access";
import { listLeaves } from "@/lib/leave/queries";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { endLeaveAction, enterLeaveAction, withdrawLeaveAction } from "../actions";

/** Nothing for whoever may not read when the person is away. */
export async function LeaveOf({ actor, personId }: { actor: Actor; personId: string }) {
  const found = await listLeaves(actor, personId, now());
  if (!found) return null;
  const actions = { enter: enterLeaveAction, end: endLeaveAction, withdraw: withdrawLeaveAction, onceKey: newId() };
  return <LeaveSection {...found} actions={actions} />;
}
