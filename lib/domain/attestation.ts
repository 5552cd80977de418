import { type Actor, type EnrolmentRef, type Pool, reviewQuality } from "./access";
import type { CriterionNode } from "./curriculum";
import type { AttestationFact, ClaimFact, Judgement } from "./facts";
import { type HeldByAnother, type HoldFact, heldByAnother } from "./hold";
import type { PolicyValues } from "./policy";
import { accept, type Decision, refuse } from "./result";
import type { AttestRule, CriterionRule, Supervision } from "./rule";

export type CheckpointJudgement = {
  readonly checkpoint: string;
  readonly judgement: Judgement;
  /** 関与度 at which it was shown: said with 'met', where it can be with 'not yet', never with 'no occasion'. */
  readonly supervision: Supervision | null;
  readonly comment: string;
};

/** The latest judgement of a checkpoint, whoever made it. */
export type StandingJudgement = CheckpointJudgement & { readonly byId: string; readonly judgedAt: string };

export type AttestationRefusal =
  | { readonly code: "NotFound" }
  | HeldByAnother
  | JudgementRefused
  | { readonly code: "NotAJudgedCriterion" }
  | { readonly code: "StepIsSignedOff" };

/** The checkpoints that are to be put right. */
type At = { readonly checkpoints: readonly string[] };

/** What is wrong with what was judged. */
export type JudgementRefused =
  | { readonly code: "NothingJudged" }
  | { readonly code: "CheckpointUnknown" }
  | { readonly code: "OccasionNotConditional" }
  | ({ readonly code: "NoOccasionNeedsReason" | "NotYetNeedsReason" | "SupervisionMissing" } & At)
  | ({ readonly code: "SupervisionTooLow"; readonly least: Supervision } & At);

/** Where the source says how independently (独力で, 指導者の指示で, 指導者の補佐); elsewhere any level will do. */
const LEAST_BY_MODE: Readonly<Record<string, Supervision>> = { doWithMentor: 2, assistMentor: 2, doAlone: 4 };

/** The least supervision at which a checkpoint of the criterion is met; null where its text names none. */
export const leastSupervisionOf = ({ mode }: Pick<CriterionNode, "mode">): Supervision | null =>
  (mode && LEAST_BY_MODE[mode]) || null;

/** A level that was never asked for stands as it was judged: whoever judged read the same text. */
export const suffices = ({ supervision }: Pick<AttestationFact, "supervision">, least: Supervision | null) =>
  supervision === null || least === null || supervision >= least;

/** The attested part of a rule, wherever it stands in it. */
export function attestRuleIn(rule: CriterionRule): AttestRule | null {
  if (rule.kind === "attest") return rule;
  if (rule.kind !== "allOf" && rule.kind !== "anyOf") return null;
  for (const part of rule.of) {
    const found = attestRuleIn(part);
    if (found) return found;
  }
  return null;
}

/** Checkpoint codes of an attested rule; one for each item where the organisation keeps the list. */
export function checkpointsOf({ checkpoints }: AttestRule, policy: PolicyValues): readonly string[] {
  if (!("fromList" in checkpoints)) return checkpoints.map(({ code }) => code);
  const list = policy[checkpoints.fromList];
  return Array.isArray(list) ? list.map(({ code }) => code) : [];
}

type Suggestion = { readonly from: "source" | "records"; readonly level: Supervision };

/** What suggests itself as the level: what the source asks for, else the most independent work that was verified. */
export function suggestedLevel(
  least: Supervision | null,
  claims: readonly Pick<ClaimFact, "confirmed">[],
): Suggestion | null {
  if (least !== null) return { from: "source", level: least };
  const levels = claims.flatMap(({ confirmed }) => confirmed?.supervision ?? []).sort((a, b) => b - a);
  return levels[0] === undefined ? null : { from: "records", level: levels[0] };
}

export type Attesting = {
  readonly rule: CriterionRule;
  readonly leastSupervision: Supervision | null;
  readonly policy: PolicyValues;
  readonly enrolment: EnrolmentRef;
  readonly pool: Pool;
  /** What was judged of this criterion stands in a sign-off and is not judged again. */
  readonly stepCompleted: boolean;
  readonly standing: readonly StandingJudgement[];
  /** When the judgement was asked for (ISO 8601, UTC); null where nobody asked. */
  readonly requestedAt: string | null;
  /** Who has taken the request on. */
  readonly hold: HoldFact | null;
};

export type Attested = {
  readonly quality: "mentor" | "reviewer";
  /** Judgements that say something new; one that repeats the same person's standing judgement is not written twice. */
  readonly fresh: readonly CheckpointJudgement[];
  /** Every checkpoint is judged since it was asked for, or was met before: the request is answered. */
  readonly answersRequest: boolean;
};

/** Judges checkpoints one by one. 'No occasion' is open to conditional criteria only, with a reason (product.md, 10). */
export function attest(
  judged: readonly CheckpointJudgement[],
  attesting: Attesting,
  actor: Actor,
): Decision<Attested, AttestationRefusal> {
  const quality = reviewQuality(actor, attesting.enrolment, attesting.pool);
  if (!quality) return refuse({ code: "NotFound" });
  const attested = attestRuleIn(attesting.rule);
  if (!attested) return refuse({ code: "NotAJudgedCriterion" });
  if (attesting.stepCompleted) return refuse({ code: "StepIsSignedOff" });
  const known = checkpointsOf(attested, attesting.policy);
  const refusal = heldByAnother(attesting.hold, actor) ?? judgementRefusal(judged, attested, attesting, known);
  if (refusal) return refuse(refusal);

  const fresh = judged.filter((judgement) => !repeats(judgement, attesting.standing, actor.id));
  return accept({ quality, fresh, answersRequest: answersRequest(judged, attesting, known) });
}

function answersRequest(
  judged: readonly CheckpointJudgement[],
  { standing, requestedAt }: Attesting,
  known: readonly string[],
) {
  if (requestedAt === null) return false;
  const before = standing.filter(({ judgement, judgedAt }) => judgement !== "notYet" || judgedAt >= requestedAt);
  const done = new Set([...judged, ...before].map(({ checkpoint }) => checkpoint));
  return known.every((code) => done.has(code));
}

/** What is wrong with judgements of checkpoints, whoever makes them. */
export function judgementRefusal(
  judged: readonly CheckpointJudgement[],
  { conditional }: AttestRule,
  { leastSupervision }: Pick<Attesting, "leastSupervision">,
  known: readonly string[],
): JudgementRefused | null {
  if (judged.length === 0) return { code: "NothingJudged" };
  if (judged.some(({ checkpoint }) => !known.includes(checkpoint))) return { code: "CheckpointUnknown" };
  if (!conditional && judged.some(({ judgement }) => judgement === "noOccasion"))
    return { code: "OccasionNotConditional" };
  return reasonRefusal(judged) ?? levelRefusal(judged, leastSupervision);
}

const codesOf = (judged: readonly CheckpointJudgement[]) => judged.map(({ checkpoint }) => checkpoint);

function reasonRefusal(judged: readonly CheckpointJudgement[]): JudgementRefused | null {
  const silent = judged.filter(({ judgement, comment }) => judgement !== "met" && comment === "");
  const [first] = silent;
  if (!first) return null;
  const checkpoints = codesOf(silent.filter(({ judgement }) => judgement === first.judgement));
  return { code: first.judgement === "noOccasion" ? "NoOccasionNeedsReason" : "NotYetNeedsReason", checkpoints };
}

function levelRefusal(judged: readonly CheckpointJudgement[], least: Supervision | null): JudgementRefused | null {
  const met = judged.filter(({ judgement }) => judgement === "met");
  const unsaid = met.filter(({ supervision }) => supervision === null);
  if (unsaid.length > 0) return { code: "SupervisionMissing", checkpoints: codesOf(unsaid) };
  const low = least === null ? [] : met.filter((each) => !suffices(each, least));
  return least === null || low.length === 0 ? null : { code: "SupervisionTooLow", least, checkpoints: codesOf(low) };
}

const repeats = (judged: CheckpointJudgement, standing: readonly StandingJudgement[], actorId: string) =>
  standing.some((stands) => stands.byId === actorId && saysSame(stands, judged));

/** Two judgements of one checkpoint in the same words. */
export const saysSame = (one: CheckpointJudgement, other: CheckpointJudgement) =>
  one.checkpoint === other.checkpoint &&
  one.judgement === other.judgement &&
  one.supervision === other.supervision &&
  one.comment === other.comment;
