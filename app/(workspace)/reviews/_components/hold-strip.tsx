import { HoldBar } from "@/components/reviews/hold-bar";
import type { Actor } from "@/lib/domain/access";
import { findHold } from "@/lib/hold/queries";
import type { HeldSubject } from "@/lib/hold/schema";
import { endHoldAction, giveBackAction, handOverAction, takeOnAction } from "../hold-actions";

const ACTIONS = { take: takeOnAction, giveBack: giveBackAction, handOver: handOverAction, end: endHoldAction };

type Props = HeldSubject & { actor: Actor; now: Date };

/** Who has taken on what lies open. Nothing where it does not wait for the reader. */
export async function HoldStrip({ actor, now, ...held }: Props) {
  const view = await findHold(actor, held, now);
  return view && <HoldBar view={view} actions={ACTIONS} />;
}
