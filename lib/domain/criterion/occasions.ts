import type { PlainDay } from "../calendar";
import type { ClaimFact } from "../facts";
import type { NextAct, Slot } from "../progress";
import { SLOT_CAP } from "../progress";
import { idOf, type Occasion, type Sifted } from "./claims";

/** A number of occasions to reach: what its strip shows, and what to do next. Shared by count and countInPeriod. */
export type OccasionCount = {
  readonly sifted: Sifted;
  /** The claims looked at, in order. */
  readonly claims: readonly ClaimFact[];
  readonly need: number;
  readonly met: boolean;
  /** Parts that each occasion should show. */
  readonly parts: readonly string[];
  /** The last day on which another occasion still helps. */
  readonly by?: PlainDay;
};

/** Verified, waiting, then what can be repaired, then places still open; once it is met, what counted. */
export function occasionSlots(count: OccasionCount): readonly Slot[] {
  const { sifted, need, met } = count;
  if (need > SLOT_CAP) return [];
  const verified = sifted.counted.map((occasion) => slotOf(occasion, "verified", count));
  if (met) return verified.slice(0, SLOT_CAP);
  const waiting = sifted.prospects.map((occasion) => slotOf(occasion, "waiting", count));
  const taken = [...verified, ...waiting, ...repairableSlots(count)].slice(0, SLOT_CAP);
  const open = Array.from({ length: Math.max(0, need - taken.length) }, (): Slot => ({ state: "open" }));
  return [...taken, ...open];
}

function slotOf({ claim, seen }: Occasion, state: Slot["state"], { parts }: OccasionCount): Slot {
  const slot = { state, day: claim.happenedOn, claimId: claim.claimId };
  if (parts.length === 0) return slot;
  const shown = parts.filter((part) => seen.parts.includes(part));
  return { ...slot, shown, missing: parts.filter((part) => !shown.includes(part)) };
}

const sentBackOf = ({ claims }: OccasionCount) => claims.filter(({ standing }) => standing === "sentBack");

/** Verified, but lacking some of the parts asked for. */
const incompleteOf = ({ claims, sifted, parts }: OccasionCount): readonly Occasion[] => {
  const lacking = new Set(
    sifted.notCounted.flatMap(({ claimId, reason, missing = [] }) =>
      reason === "partsMissing" && missing.length < parts.length ? [claimId] : [],
    ),
  );
  return claims.flatMap((claim) =>
    claim.confirmed && lacking.has(claim.claimId) ? [{ claim, seen: claim.confirmed }] : [],
  );
};

const repairableSlots = (count: OccasionCount): readonly Slot[] => [
  ...sentBackOf(count).map(({ claimId, happenedOn }): Slot => ({ state: "sentBack", day: happenedOn, claimId })),
  ...incompleteOf(count).map((occasion) => slotOf(occasion, "gap", count)),
];

/** Correct what was sent back; complete what lacks a part; log what is still needed; wait for those who verify. */
export function nextOccasion(count: OccasionCount): NextAct {
  const { sifted, need, met, by } = count;
  if (met) return { act: "none" };
  const [sentBack] = sentBackOf(count);
  if (sentBack) return { act: "correct", claimId: sentBack.claimId };
  const remaining = need - sifted.counted.length - sifted.prospects.length;
  if (remaining <= 0) return { act: "awaitVerification", waiting: sifted.prospects.length };
  const incomplete = incompleteOf(count).at(-1);
  if (incomplete) return { act: "correct", claimId: idOf(incomplete), missing: missingOf(incomplete, count) };
  return { act: "record", remaining, ...(by ? { by } : {}) };
}

const missingOf = ({ seen }: Occasion, { parts }: OccasionCount) => parts.filter((part) => !seen.parts.includes(part));
