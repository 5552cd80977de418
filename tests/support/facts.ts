import type { PlainDay, TeamCalendar } from "@/lib/domain/calendar";
import { progressOf } from "@/lib/domain/criterion";
import type { DrillCase } from "@/lib/domain/curriculum";
import type { AttestationFact, ClaimFact, ConfirmedFacts, CriterionFacts, Judgement } from "@/lib/domain/facts";
import type { PolicyValues } from "@/lib/domain/policy";
import type { CriterionRule } from "@/lib/domain/rule";

/** The one criterion that a test is about. */
export const CODE = "g1.s1.tested";
export const ENROLLED_ON = "2022-04-01";

/** A mentor beside, nothing special: true and valid until a test says otherwise. */
export const shown = (wish: Partial<ConfirmedFacts> = {}): ConfirmedFacts => ({
  supervision: 2,
  mentorPresent: true,
  parts: [],
  judged: null,
  right: null,
  ...wish,
});

type ClaimWish = Partial<ClaimFact> & { readonly shows?: Partial<ConfirmedFacts> };

/** A claim is known by its day, unless a test gives it a name. */
function aClaim(happenedOn: PlainDay, { shows, ...wish }: ClaimWish): ClaimFact {
  const claimId = wish.claimId ?? happenedOn;
  return {
    claimId,
    recordId: `record of ${claimId}`,
    criterionCode: CODE,
    title: "Weekly report",
    kind: "report",
    happenedOn,
    periodCovered: null,
    incidentRef: null,
    subCase: null,
    technique: null,
    readingItem: null,
    evidenceCount: 1,
    claimed: shown(shows),
    standing: "waiting",
    confirmed: null,
    ...wish,
  };
}

/** Logged and verified: what was confirmed is what was claimed. */
export const verified = (happenedOn: PlainDay, wish: ClaimWish = {}): ClaimFact =>
  aClaim(happenedOn, { standing: "verified", confirmed: shown(wish.shows), ...wish });
export const waiting = (happenedOn: PlainDay, wish: ClaimWish = {}): ClaimFact => aClaim(happenedOn, wish);
export const sentBack = (happenedOn: PlainDay, wish: ClaimWish = {}): ClaimFact =>
  aClaim(happenedOn, { standing: "sentBack", ...wish });
export const withdrawn = (happenedOn: PlainDay, wish: ClaimWish = {}): ClaimFact =>
  aClaim(happenedOn, { standing: "withdrawn", ...wish });

export const judged = (
  checkpoint: string,
  judgement: Judgement = "met",
  judgedOn: PlainDay = "2026-06-30",
  supervision: AttestationFact["supervision"] = null,
): AttestationFact => ({ criterionCode: CODE, checkpoint, judgement, supervision, judgedOn });

/** A team on the Japanese fiscal year. */
export const teamOn = (today: PlainDay, fiscalYearStartMonth = 4): TeamCalendar => ({ today, fiscalYearStartMonth });

export type World = {
  readonly enrolledOn?: PlainDay;
  readonly claims?: readonly ClaimFact[];
  readonly attestations?: readonly AttestationFact[];
  readonly openRemarks?: CriterionFacts["openRemarks"];
  readonly leaves?: CriterionFacts["leaves"];
  readonly policy?: PolicyValues;
  readonly today?: PlainDay;
  readonly calendar?: TeamCalendar;
  readonly drillCases?: readonly DrillCase[];
  readonly mode?: string;
};

export const factsOf = ({
  enrolledOn = ENROLLED_ON,
  claims = [],
  attestations = [],
  openRemarks = [],
  leaves = [],
}: World): CriterionFacts => ({
  enrolledOn,
  claims,
  attestations,
  openRemarks,
  leaves,
});

/** The progress of the tested criterion; on 2026-11-20, a Friday, unless the test is on another day. */
export const measure = (rule: CriterionRule, world: World = {}) =>
  progressOf(
    { code: CODE, rule, ...(world.mode !== undefined && { mode: world.mode }) },
    factsOf(world),
    world.policy ?? {},
    world.calendar ?? teamOn(world.today ?? "2026-11-20"),
    world.drillCases ?? [],
  );

/** The states of a strip, one word each. */
export const strip = (slots: readonly { readonly state: string }[]): string =>
  slots.map(({ state }) => state).join(" ");
