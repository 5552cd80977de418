import type { Actor } from "@/lib/domain/access";
import type { ProposalView } from "@/lib/event/queries";
import { Answered } from "./answered";
import { Confirming } from "./confirming";

/** A proposed record while it waits; afterwards why there is nothing to confirm. */
export function Proposal({ actor, proposal }: { actor: Actor; proposal: ProposalView }) {
  if (proposal.recordId !== null || proposal.declined) return <Answered why="answered" />;
  return proposal.eventEnded ? <Answered why="ended" /> : <Confirming actor={actor} proposal={proposal} />;
}
