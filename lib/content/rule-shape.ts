import { z } from "zod";
import { DRILL_COVERAGES, PARTS_MODES, PERIOD_WINDOWS, RECORD_KINDS, SUPERVISIONS, UNITS } from "@/lib/domain/rule";
import { code, namedPart, partCode, words } from "./words";

/** Rules as the files write them: the domain's, with names on checkpoints, parts and techniques. */

const paramRef = z.strictObject({ param: code });
const amount = z.union([z.number().int().min(1).max(100_000), paramRef]);
const supervision = z.literal(SUPERVISIONS);
const partList = z.array(namedPart).min(1);
const optionalTrue = z.literal(true).exactOptional();

const counts = z.strictObject({
  kinds: z.array(z.enum(RECORD_KINDS)).min(1).exactOptional(),
  minSupervision: supervision.exactOptional(),
  maxSupervision: supervision.exactOptional(),
  mentorPresent: optionalTrue,
  minEvidence: z.number().int().min(1).max(20).exactOptional(),
  parts: partList.exactOptional(),
  partsMode: z.union([z.enum(PARTS_MODES), paramRef]).exactOptional(),
  distinctIncidents: optionalTrue,
  exercisesCount: z.strictObject({ default: z.boolean() }).exactOptional(),
});
const condition = counts.default({});
const unit = z.enum(UNITS).default("times");

const attest = z.strictObject({
  kind: z.literal("attest"),
  conditional: optionalTrue,
  checkpoints: z.union([partList, z.strictObject({ fromList: code })]),
  parts: partList.exactOptional(),
});
const count = z.strictObject({ kind: z.literal("count"), need: amount, unit, inARow: optionalTrue, counts: condition });
const countInPeriod = z.strictObject({
  kind: z.literal("countInPeriod"),
  need: amount,
  unit,
  period: z.union([z.enum(PERIOD_WINDOWS), paramRef]),
  counts: condition,
});
const cadence = z.strictObject({ kind: z.literal("cadence"), months: amount, perMonth: amount, counts: condition });
const duration = z.strictObject({ kind: z.literal("duration"), months: amount, perMonth: amount, counts: condition });
const accuracy = z.strictObject({
  kind: z.literal("accuracy"),
  minJudged: amount,
  bound: z.enum(["atLeast", "below"]),
  percent: amount,
  counts: condition,
});
const reading = z.strictObject({ kind: z.literal("reading"), list: code });
const caseDrill = z.strictObject({
  kind: z.literal("caseDrill"),
  coverage: z.union([z.enum(DRILL_COVERAGES), paramRef]),
  minSupervision: supervision,
});
const techniques = z.strictObject({
  kind: z.literal("techniques"),
  need: amount,
  of: z.array(z.strictObject({ code: partCode, name: words(200) })).min(2),
  counts: condition,
});

const simple = [attest, count, countInPeriod, cadence, duration, accuracy, reading, caseDrill, techniques] as const;
const part = z.discriminatedUnion("kind", simple);
const parts = z.array(part).min(2);
const anyOf = z.strictObject({ kind: z.literal("anyOf"), allWhen: paramRef.exactOptional(), of: parts });
const allOf = z.strictObject({ kind: z.literal("allOf"), of: parts });

export const ruleShape = z.discriminatedUnion("kind", [...simple, anyOf, allOf]);
export type RuleShape = z.infer<typeof ruleShape>;
export type SimpleRuleShape = z.infer<typeof part>;

/** The simple rules of a rule: itself, or those that it combines. */
export const simpleRules = (rule: RuleShape): readonly SimpleRuleShape[] =>
  rule.kind === "anyOf" || rule.kind === "allOf" ? rule.of : [rule];
