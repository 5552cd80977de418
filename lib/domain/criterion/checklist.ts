import type { ClaimFact } from "../facts";
import type { NextAct, NotCountedReason, Slot } from "../progress";
import { idOf, narrow, type Occasion, type Sifted } from "./claims";
import type { RuleContext } from "./context";

/** Codes of which each is ticked by its first claim: reading, sub-cases, techniques. */
export type Ticked = {
  readonly sifted: Sifted;
  readonly slots: readonly Slot[];
  /** Codes neither verified nor waiting, in order. */
  readonly untouched: readonly string[];
  readonly done: readonly string[];
};

type CodeOf = (claim: ClaimFact) => string | null;
type Ticking = {
  readonly codes: readonly string[];
  readonly codeOf: CodeOf;
  /** The reason against a code that is not one of them. */
  readonly unknown: NotCountedReason;
  readonly sifted: Sifted;
};

export function tick({ codes, codeOf, unknown, sifted }: Ticking, { claims }: RuleContext): Ticked {
  const known = narrow(sifted, ({ claim }) => (codes.includes(codeOf(claim) ?? "") ? null : { reason: unknown }));
  const firsts = firstsOf(known.counted, codeOf);
  const once = narrow(known, (occasion) =>
    firsts.get(codeOf(occasion.claim)) === occasion || occasion.claim.standing !== "verified"
      ? null
      : { reason: "sameItem" },
  );
  const prospects = once.prospects.filter(({ claim }) => !firsts.has(codeOf(claim)));
  const waiting = firstsOf(prospects, codeOf);
  const slots = codes.map((code): Slot => {
    const occasion = firsts.get(code) ?? waiting.get(code);
    if (occasion) return slotOf(code, firsts.has(code) ? "verified" : "waiting", occasion.claim);
    const sentBack = claims.find((claim) => claim.standing === "sentBack" && codeOf(claim) === code);
    return sentBack ? slotOf(code, "sentBack", sentBack) : { state: "open", code };
  });
  return {
    sifted: { ...once, prospects },
    slots,
    done: codes.filter((code) => firsts.has(code)),
    untouched: codes.filter((code) => !firsts.has(code) && !waiting.has(code)),
  };
}

const firstsOf = (occasions: readonly Occasion[], codeOf: CodeOf) =>
  new Map([...occasions].reverse().map((occasion) => [codeOf(occasion.claim), occasion] as const));

const slotOf = (code: string, state: Slot["state"], { claimId, happenedOn }: ClaimFact): Slot => ({
  state,
  code,
  day: happenedOn,
  claimId,
});

/** Days on which the codes were ticked, earliest first. */
export const tickedOn = ({ sifted }: Ticked): readonly string[] => sifted.counted.map(({ claim }) => claim.happenedOn);

/** Correct what was sent back; else `act`, while it has codes left that nothing waits for; else wait for those who verify. */
export function nextTick(
  { sifted, untouched }: Pick<Ticked, "sifted" | "untouched">,
  act: (codes: readonly string[]) => NextAct,
  { claims }: RuleContext,
): NextAct {
  const sentBack = claims.find(({ standing }) => standing === "sentBack");
  if (sentBack) return { act: "correct", claimId: sentBack.claimId };
  if (untouched.length > 0) return act(untouched);
  return { act: "awaitVerification", waiting: sifted.prospects.map(idOf).length };
}
