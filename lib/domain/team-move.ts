import { accept, refuse } from "./result";
import type { TeamDecision } from "./team";

/** What a move brings to those in the team: whether it is what the page said, and whether a STEP would lose its last criterion. */
export type MoveBrings = { readonly isAsSeen: boolean; readonly leavesStepEmpty: boolean };

export function agreeToMove({ isAsSeen, leavesStepEmpty }: MoveBrings): TeamDecision<null> {
  if (leavesStepEmpty) return refuse({ code: "StepWouldBeEmpty" });
  return isAsSeen ? accept(null) : refuse({ code: "TeamMoveStale" });
}
