import { amountOf } from "../policy";
import type { NextAct, Progress } from "../progress";
import type { AccuracyRule } from "../rule";
import { narrow, type Objection, type Occasion, type Sifted, siftBy } from "./claims";
import { byDay, type RuleContext } from "./context";
import { type Bound, holds, isMet, judgeMore, latestOnly, shareOf, type Tally, tallyOf } from "./judgements";
import { composite, leaf } from "./tree";

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

function nextOf({ claims }: RuleContext, all: Sifted, tally: Tally, bound: Bound): NextAct {
  if (isMet(tally, bound)) return { act: "none" };
  const sentBack = claims.find(({ standing }) => standing === "sentBack");
  if (sentBack) return { act: "correct", claimId: sentBack.claimId };
  const ifVerified = { ...all, counted: [...all.counted, ...all.prospects].sort((a, b) => byDay(a.claim, b.claim)) };
  if (isMet(tallyOf(latestOnly(ifVerified, bound.latest).counted), bound))
    return { act: "awaitVerification", waiting: all.prospects.length };
  return judgeMore(all, bound);
}
