import type { NextAct } from "../progress";
import type { AccuracyRule } from "../rule";
import { narrow, type Occasion, type Sifted } from "./claims";

/** The arithmetic of judgements, in whole numbers. */

export type Tally = { readonly judged: number; readonly right: number };
export type Bound = Pick<AccuracyRule, "bound"> & {
  readonly minJudged: number;
  readonly percent: number;
  /** The latest N judgements, where policy looks at those only; 0 is all of them. Never fewer than must be judged. */
  readonly latest: number;
};

/** The latest N judgements, whole claims, newest first until N are reached; what waits is left as it is. */
export function latestOnly(sifted: Sifted, latest: number): Sifted {
  if (latest === 0) return sifted;
  const kept = new Set<Occasion>();
  let judged = 0;
  for (const occasion of [...sifted.counted].reverse()) {
    if (judged >= latest) break;
    kept.add(occasion);
    judged += occasion.seen.judged ?? 0;
  }
  const inSight = narrow(sifted, (occasion) => (kept.has(occasion) ? null : { reason: "outsidePeriod" }));
  return { ...inSight, prospects: sifted.prospects };
}

export const tallyOf = (occasions: readonly Occasion[]): Tally =>
  occasions.reduce(
    ({ judged, right }, { seen }) => ({ judged: judged + (seen.judged ?? 0), right: right + (seen.right ?? 0) }),
    { judged: 0, right: 0 },
  );

/** With nothing judged no bound holds. */
export function holds({ judged, right }: Tally, { bound, percent }: Bound): boolean {
  if (judged === 0) return false;
  return bound === "atLeast" ? right * 100 >= judged * percent : (judged - right) * 100 < judged * percent;
}

/** In percent, cut to one decimal: a share that misses its bound by a hair is never shown as having reached it. */
export function shareOf({ judged, right }: Tally, { bound }: Bound): number {
  const part = bound === "atLeast" ? right : judged - right;
  return judged === 0 ? 0 : Math.floor((part * 1000) / judged) / 10;
}

/** Mistakes that `judged` judgements may hold. */
const mistakesIn = (judged: number, { bound, percent }: Bound): number =>
  bound === "atLeast" ? Math.floor((judged * (100 - percent)) / 100) : Math.ceil((judged * percent) / 100) - 1;

export const isMet = (tally: Tally, bound: Bound) => tally.judged >= bound.minJudged && holds(tally, bound);

/** As few more as bring it within its bound, all right, and how many mistakes that number would still bear. */
export function judgeMore(sifted: Sifted, bound: Bound): NextAct {
  const remaining = bound.latest === 0 ? neededOfAll(tallyOf(sifted.counted), bound) : neededOfLatest(sifted, bound);
  if (remaining === null) return { act: "none" };
  const { judged, right } = afterRight(remaining, sifted, bound);
  return { act: "judgeMore", remaining, mistakesAllowed: Math.max(0, mistakesIn(judged, bound) - (judged - right)) };
}

/** The tally once `more` were judged right: what they push out of the latest N no longer counts. */
function afterRight(more: number, sifted: Sifted, { latest }: Bound): Tally {
  const kept = latest === 0 ? sifted : latestOnly(sifted, latest - more);
  const { judged, right } = latest !== 0 && more >= latest ? { judged: 0, right: 0 } : tallyOf(kept.counted);
  return { judged: judged + more, right: right + more };
}

/** Null where no number of right judgements mends the mistakes made: 100 % of all. */
function neededOfAll({ judged, right }: Tally, { bound, percent, minJudged }: Bound): number | null {
  const wrong = judged - right;
  const least =
    bound === "atLeast" ? Math.ceil((wrong * 100) / (100 - percent)) : Math.floor((wrong * 100) / percent) + 1;
  const needed = Math.max(minJudged, wrong === 0 ? 0 : least) - judged;
  return Number.isFinite(needed) && needed > 0 ? needed : null;
}

function neededOfLatest(sifted: Sifted, bound: Bound): number | null {
  const counts = Array.from({ length: bound.latest }, (_, index) => index + 1);
  return counts.find((more) => isMet(afterRight(more, sifted, bound), bound)) ?? null;
}
