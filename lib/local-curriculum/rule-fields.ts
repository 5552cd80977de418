import { z } from "zod";
import { DRILL_COVERAGES, PERIOD_WINDOWS, RECORD_KINDS, SIMPLE_RULE_KINDS, UNITS } from "@/lib/domain/rule";
import { checkbox, choice, line, many, optional, paragraph, wholeNumber } from "@/lib/platform/fields";

const amount = () => optional(wholeNumber(1, 100_000));
const lines = () => optional(paragraph(4000));

const FIELDS = {
  ruleKind: optional(choice(SIMPLE_RULE_KINDS)),
  need: amount(),
  unit: optional(choice(UNITS)),
  months: amount(),
  perMonth: amount(),
  period: optional(choice(PERIOD_WINDOWS)),
  minJudged: amount(),
  bound: optional(choice(["atLeast", "below"])),
  percent: optional(wholeNumber(1, 100)),
  list: optional(line(100)),
  coverage: optional(choice(DRILL_COVERAGES)),
  kinds: many(choice(RECORD_KINDS), RECORD_KINDS.length),
  minSupervision: optional(wholeNumber(1, 5)),
  minEvidence: optional(wholeNumber(1, 20)),
  mentorPresent: checkbox(),
  distinctIncidents: checkbox(),
  conditional: checkbox(),
  points: lines(),
  pointsEn: lines(),
  partsJa: lines(),
  partsEn: lines(),
};
type Fields = typeof FIELDS;
export type RuleForm = { readonly [K in keyof Fields]: z.output<Fields[K]> };

/** The fields of one rule; those of a second rule have their names with a 2 behind. */
export const ruleFields = <S extends "" | "2">(suffix: S) =>
  Object.fromEntries(Object.entries(FIELDS).map(([name, field]) => [`${name}${suffix}`, field])) as {
    [K in keyof Fields as `${K}${S}`]: Fields[K];
  };

/** One rule out of a form that has two. */
export const ruleOf = (form: Readonly<Record<string, unknown>>, suffix: "" | "2"): RuleForm =>
  z
    .object(Object.fromEntries(Object.keys(FIELDS).map((name) => [name, z.unknown()])))
    .parse(Object.fromEntries(Object.keys(FIELDS).map((name) => [name, form[`${name}${suffix}`]]))) as RuleForm;
