import { amountOf } from "../policy";
import type { NextAct, Progress } from "../progress";
import type { AccuracyRule } from "../rule";
import { narrow, type Objection, type Occasion, type Sifted, siftBy } from "./claims";
import type { RuleContext } from "./context";
import { composite, leaf } from "./tree";

type Tally = { readonly judged: number; readonly right: number };
type Bound = Pick<AccuracyRule, "bound"> & {
  readonly minJudged: number;
  readonly percent: number;
  /** The latest N judgements, where policy looks at those only; 0 is all of them. Never fewer than must be judged. */
  readonly latest: number;
};

/**
 * At least n judged, and the share right ≥ (4.3.6.4#4) or the share wrong < (4.4.6.4#2.2) a percentage, over all judgements or,
 * by the policy value `<criterion code>.latest`, the latest N: whole claims, newest first, until N are reached.
 * Compared in whole numbers, never as fractions; with nothing judged neither part is met.
 */
export function accuracyProgress(rule: AccuracyRule, context: RuleContext): Progress {
  const bound = boundOf(rule, context);
  const all = narrow(siftBy(rule.counts, context), objectionToNumbers);
  const sifted = latestOnly(all, bound.latest);
  const tally = tallyOf(sifted.counted);
  const next = nextOf(context, all, tally, bound);
  const judged = leaf(
    { kind: rule.kind, label: "judged", have: tally.judged, need: bound.minJudged, unit: "items", next },
    sifted,
  );
  const held = holds(tally, bound);
  const ratio = leaf(
    {
      kind: rule.kind,
      label: "ratio",
      have: shareOf(tally, bound),
      need: bound.percent,
      unit: "percent",
      direction: rule.bound,
      met: held,
      next: held ? { act: "none" } : next,
    },
    sifted,
  );
  const parts = [judged.met ? { ...judged, next: { act: "none" } as const } : judged, ratio];
  return composite({
    kind: rule.kind,
    combine: "all",
    have: tally.judged,
    need: bound.minJudged,
    unit: "items",
    parts,
  });
}

function boundOf({ bound, minJudged, percent }: AccuracyRule, { policy, criterionCode }: RuleContext): Bound {
  const least = amountOf(minJudged, policy);
  const param = `${criterionCode}.latest`;
  const latest = policy[param] === undefined ? 0 : amountOf({ param }, policy);
  return { bound, minJudged: least, percent: amountOf(percent, policy), latest: latest && Math.max(latest, least) };
}

function objectionToNumbers({ seen: { judged, right } }: Occasion): Objection {
  const usable = judged !== null && right !== null && judged > 0 && right >= 0 && right <= judged;
  return usable ? null : { reason: "noNumbers" };
}

function latestOnly(sifted: Sifted, latest: number): Sifted {
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

const tallyOf = (occasions: readonly Occasion[]): Tally =>
  occasions.reduce(
    ({ judged, right }, { seen }) => ({ judged: judged + (seen.judged ?? 0), right: right + (seen.right ?? 0) }),
    { judged: 0, right: 0 },
  );

function holds({ judged, right }: Tally, { bound, percent }: Bound): boolean {
  if (judged === 0) return false;
  return bound === "atLeast" ? right * 100 >= judged * percent : (judged - right) * 100 < judged * percent;
}

/** In percent, cut to one decimal: a share that misses its bound by a hair is never shown as having reached it. */
function shareOf({ judged, right }: Tally, { bound }: Bound): number {
  const part = bound === "atLeast" ? right : judged - right;
  return judged === 0 ? 0 : Math.floor((part * 1000) / judged) / 10;
}

/** Mistakes that `judged` judgements may hold. */
const mistakesIn = (judged: number, { bound, percent }: Bound): number =>
  bound === "atLeast" ? Math.floor((judged * (100 - percent)) / 100) : Math.ceil((judged * percent) / 100) - 1;

const isMet = (tally: Tally, bound: Bound) => tally.judged >= bound.minJudged && holds(tally, bound);

function nextOf({ claims }: RuleContext, all: Sifted, tally: Tally, bound: Bound): NextAct {
  if (isMet(tally, bound)) return { act: "none" };
  const sentBack = claims.find(({ standing }) => standing === "sentBack");
  if (sentBack) return { act: "correct", claimId: sentBack.claimId };
  const ifVerified = { ...all, counted: [...all.counted, ...all.prospects].sort(byHappening) };
  if (all.prospects.length > 0 && isMet(tallyOf(latestOnly(ifVerified, bound.latest).counted), bound))
    return { act: "awaitVerification", waiting: all.prospects.length };
  return judgeMore(all, bound);
}

const byHappening = ({ claim: a }: Occasion, { claim: b }: Occasion) =>
  a.happenedOn < b.happenedOn || (a.happenedOn === b.happenedOn && a.claimId < b.claimId) ? -1 : 1;

/** As few more as bring it within its bound, all right, and how many mistakes that number would still bear. */
function judgeMore(sifted: Sifted, bound: Bound): NextAct {
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
