import { HoldBar } from "@/components/reviews/hold-bar";
import type { HoldView } from "@/lib/hold/schema";
import { endHoldAction, giveBackAction, handOverAction, takeOnAction } from "../hold-actions";

const ACTIONS = { take: takeOnAction, giveBack: giveBackAction, handOver: handOverAction, end: endHoldAction };

/** Who has taken on what lies open. Nothing where it does not wait for the reader. */
export const HoldStrip = ({ hold }: { hold: HoldView | null }) => hold && <HoldBar view={hold} actions={ACTIONS} />;
