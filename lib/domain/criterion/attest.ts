import { checkpointsOf, suffices } from "../attestation";
import type { AttestationFact, Judgement } from "../facts";
import type { NextAct, Progress, Slot } from "../progress";
import type { AttestRule } from "../rule";
import { idOf, narrow, type Occasion, objectionByParts, type Sifted, sift } from "./claims";
import type { RuleContext } from "./context";
import { composite, leaf, metOnOf, reached } from "./tree";

/**
 * A mentor judged each checkpoint met, at the least supervision that the source names, or that there was no occasion where the source's text is conditional (A70). Where work is
 * named (4.4.7.4#2.1), verified claims must also show each part of it, unless there was no occasion for any.
 */
export function attestProgress(rule: AttestRule, context: RuleContext): Progress {
  const judged = checkpointProgress(rule, context);
  const parts = (rule.parts ?? []).map(({ code }) => code);
  if (parts.length === 0 || hadNoOccasion(judged)) return judged;
  const shown = shownProgress(parts, context);
  const { have, need, unit } = judged;
  return composite({
    kind: rule.kind,
    combine: "all",
    have,
    need,
    unit,
    parts: [{ ...judged, label: "checkpoints" }, shown],
  });
}

/** Where nothing occurred there is no work to show (product.md, 10). */
const hadNoOccasion = ({ slots }: Progress) => slots.length > 0 && slots.every(({ state }) => state === "noOccasion");

function checkpointProgress(rule: AttestRule, context: RuleContext): Progress {
  const codes = [...new Set(checkpointsOf(rule, context.policy))];
  const slots = codes.map((code) => slotOf(code, rule, context));
  const settled = slots.filter(({ state }) => state !== "open");
  const open = slots.flatMap(({ state, code }) => (state === "open" && code ? [code] : []));
  const met = reached(settled.length, codes.length);
  return leaf({
    kind: rule.kind,
    have: settled.length,
    need: codes.length,
    unit: "checkpoints",
    ...metOnOf(met ? lastDay(settled) : null),
    slots,
    next: met ? { act: "none" } : nextOf(rule, open),
  });
}

const lastDay = (slots: readonly Slot[]) =>
  slots
    .flatMap(({ day }) => day ?? [])
    .sort()
    .at(-1);

/** Should two stand for one day, the less favourable one does. */
const SEVERITY: Record<Judgement, number> = { met: 0, noOccasion: 1, notYet: 2 };

const latestOf = (checkpoint: string, { attestations }: RuleContext) =>
  attestations
    .filter((attestation) => attestation.checkpoint === checkpoint)
    .reduce<AttestationFact | null>((latest, each) => (latest && !isLater(each, latest) ? latest : each), null);

const isLater = (a: AttestationFact, b: AttestationFact) =>
  a.judgedOn > b.judgedOn || (a.judgedOn === b.judgedOn && SEVERITY[a.judgement] > SEVERITY[b.judgement]);

function slotOf(code: string, { conditional }: AttestRule, context: RuleContext): Slot {
  const attestation = latestOf(code, context);
  if (!attestation) return { state: "open", code };
  const { judgement, judgedOn: day } = attestation;
  if (judgement === "met")
    return { state: suffices(attestation, context.leastSupervision) ? "verified" : "open", code, day };
  return { state: judgement === "noOccasion" && conditional ? "noOccasion" : "open", code, day };
}

function nextOf({ checkpoints }: AttestRule, open: readonly string[]): NextAct {
  if (open.length === 0 && "fromList" in checkpoints)
    return { act: "organisationSetsList", param: checkpoints.fromList };
  return open.length > 0 ? { act: "askJudgement", checkpoints: open } : { act: "none" };
}

/** Each part shown at least once, by whichever verified claims. */
function shownProgress(parts: readonly string[], { claims }: RuleContext): Progress {
  const sifted = narrow(
    sift(claims, () => null),
    (occasion) => objectionByParts(occasion, parts, "inTotal"),
  );
  const slots = parts.map((code) => partSlot(code, sifted));
  const have = slots.filter(({ state }) => state === "verified").length;
  const met = reached(have, parts.length);
  return leaf(
    {
      kind: "attest",
      label: "parts",
      have,
      need: parts.length,
      unit: "items",
      ...metOnOf(met ? lastDay(slots) : null),
      slots,
      next: met ? { act: "none" } : nextPart(slots, sifted),
    },
    sifted,
  );
}

function partSlot(code: string, { counted, prospects }: Sifted): Slot {
  const shows = ({ seen }: Occasion) => seen.parts.includes(code);
  const verified = counted.find(shows);
  const occasion = verified ?? prospects.find(shows);
  if (!occasion) return { state: "open", code };
  const { happenedOn: day } = occasion.claim;
  return { state: verified ? "verified" : "waiting", code, day, claimId: idOf(occasion) };
}

function nextPart(slots: readonly Slot[], { notCounted, prospects }: Sifted): NextAct {
  const sentBack = notCounted.find(({ reason }) => reason === "sentBack");
  if (sentBack) return { act: "correct", claimId: sentBack.claimId };
  const remaining = slots.filter(({ state }) => state === "open").length;
  if (remaining > 0) return { act: "record", remaining };
  return { act: "awaitVerification", waiting: prospects.length };
}
