import { latestOf, type PlainDay } from "../calendar";
import { fractionMet, type NextAct, type Progress } from "../progress";
import { idOf, type Sifted } from "./claims";

/** Builders of the progress tree. */

export const NO_CLAIMS: Sifted = { counted: [], prospects: [], notCounted: [], waiting: [] };

type Defaulted = "direction" | "counted" | "notCounted" | "waiting" | "parts" | "slots" | "met";
type Leaf = Omit<Progress, Defaulted> & Partial<Progress>;

/** Nothing is never enough: 0 of 0 is not met. */
export const reached = (have: number, need: number): boolean => have > 0 && have >= need;

/** A leaf that rests on claims; met by have ≥ need where nothing else is said. */
export const leaf = (given: Leaf, { counted, notCounted, waiting }: Sifted = NO_CLAIMS): Progress => ({
  direction: "atLeast",
  met: reached(given.have, given.need),
  counted: counted.map(idOf),
  notCounted,
  waiting,
  parts: [],
  slots: [],
  ...given,
});

/** `metOn` where there is such a day: an absent field, never an undefined one. */
export const metOnOf = (day: PlainDay | null | undefined): { metOn?: PlainDay } => (day ? { metOn: day } : {});

type Composite = Pick<Progress, "kind" | "parts"> &
  Partial<Pick<Progress, "have" | "need" | "unit" | "label">> & { readonly combine: "any" | "all" };

/** Met by any or all of its parts; without parts never. Its headline, unless given, says how many parts are met. */
export function composite({ combine, parts, ...given }: Composite): Progress {
  const metParts = parts.filter(({ met }) => met);
  const need = combine === "any" ? Math.min(1, parts.length) : parts.length;
  const met = reached(metParts.length, need);
  return {
    have: metParts.length,
    need,
    unit: "items",
    direction: "atLeast",
    ...given,
    met,
    ...metOnOf(met ? dayOf(combine, metParts) : null),
    ...mergedClaims(parts),
    slots: [],
    next: met ? { act: "none" } : mostUseful(combine, parts),
    combine,
    parts,
  };
}

/** `any`: the earliest of the known days. `all`: the latest, where every part tells its day. */
function dayOf(combine: "any" | "all", metParts: readonly Progress[]) {
  const days = metParts.flatMap(({ metOn }) => (metOn ? [metOn] : []));
  if (combine === "any") return [...days].sort()[0];
  return days.length === metParts.length ? latestOf(days) : null;
}

/** A claim counted by any part counts; else it waits, or the first part that looked at it says why not. */
function mergedClaims(parts: readonly Progress[]): Pick<Progress, "counted" | "notCounted" | "waiting"> {
  const counted = new Set(parts.flatMap((part) => part.counted));
  const waiting = new Set(parts.flatMap((part) => part.waiting));
  const reasons = new Map(
    parts
      .flatMap((part) => part.notCounted)
      .reverse()
      .map((each) => [each.claimId, each] as const),
  );
  return {
    counted: [...counted],
    waiting: [...waiting],
    notCounted: [...reasons.values()].reverse().filter(({ claimId }) => !counted.has(claimId) && !waiting.has(claimId)),
  };
}

const RANK: Record<NextAct["act"], number> = {
  answerRemark: 0,
  correct: 1,
  record: 3,
  read: 3,
  drill: 3,
  useTechnique: 3,
  judgeMore: 3,
  askJudgement: 4,
  organisationSetsList: 5,
  awaitVerification: 6,
  waitUntil: 7,
  none: 8,
};

/** What breaks soonest comes before what can be done any day. */
const rankOf = (act: NextAct) => (act.act === "record" && act.by !== undefined ? 2 : RANK[act.act]);
const deadlineOf = (act: NextAct) => (act.act === "record" ? (act.by ?? "") : "");

/** The most useful act of the unmet parts; where any part is enough, of the part nearest to its end. */
function mostUseful(combine: "any" | "all", parts: readonly Progress[]): NextAct {
  const nearness = (part: Progress) => (combine === "any" ? fractionMet(part) : 0);
  const [first] = parts
    .filter(({ met }) => !met)
    .sort(
      (a, b) =>
        Number(rankOf(b.next) <= 1) - Number(rankOf(a.next) <= 1) ||
        nearness(b) - nearness(a) ||
        rankOf(a.next) - rankOf(b.next) ||
        (deadlineOf(a.next) < deadlineOf(b.next) ? -1 : 1),
    );
  return first?.next ?? { act: "none" };
}
